package org.twinprop.trainer.regression;

/**
 * One coefficient of a linear regression, three times, all in the scale of the target: by how much
 * the prediction changes when the feature grows by 1.
 *
 * @param feature its name; {@code intercept} for the constant
 * @param gradientDescent by the hand-written gradient descent
 * @param leastSquares by the closed form
 * @param dl4j by the same descent in DL4J; NaN where there was none
 * @param difference between gradient descent and closed form, relative to the coefficient or to the
 *     smallest one that would matter, whichever is larger: of a feature, one deviation of the
 *     target for one deviation of the feature; of the intercept, one deviation of the target and
 *     the sum of what it makes up for, every coefficient times its feature's mean, whatever the
 *     sign
 */
public record Coefficient(
    String feature, double gradientDescent, double leastSquares, double dl4j, double difference) {}
