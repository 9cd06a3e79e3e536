/** The verb {@code compare}: which predictions are better, and for whom. */
package org.twinprop.experiments.compare;
