package org.twinprop.trainer.diagnosis;

import java.util.List;

/**
 * One way to explain one tensor.
 *
 * @param scale of the gradient handed down, by which it could be explained too; 1 if none
 * @param locals the mistakes in this tensor alone, if the scale is one of them or is 1
 * @param predicted what the student would have
 * @param misfit |student - predicted| / |student|
 */
record Fit(double scale, List<Local> locals, double[] predicted, double misfit) {}
