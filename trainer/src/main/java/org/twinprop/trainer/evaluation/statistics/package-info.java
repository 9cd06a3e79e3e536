/** Intervals, tests and resampling that work on counts and sums, whatever they are counts of. */
package org.twinprop.trainer.evaluation.statistics;
