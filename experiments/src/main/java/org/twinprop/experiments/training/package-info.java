/** One experiment, from its settings to its report. */
package org.twinprop.experiments.training;
