/** What networks can be given to learn: where the examples come from, and how to speak of them. */
package org.twinprop.experiments.tasks;
