package org.twinprop.trainer.regression;

/**
 * One coefficient of a linear regression, three times, all in the scale of the target: by how much
 * the prediction changes when the feature grows by 1.
 *
 * @param feature its name; {@code intercept} for the constant
 * @param gradientDescent by the hand-written gradient descent
 * @param leastSquares by the closed form
 * @param dl4j by the same descent in DL4J; NaN where there was none
 * @param difference the larger of two distances between gradient descent and closed form: that of
 *     these numbers, and that of the coefficients of standardised features
 */
public record Coefficient(
    String feature, double gradientDescent, double leastSquares, double dl4j, double difference) {}
