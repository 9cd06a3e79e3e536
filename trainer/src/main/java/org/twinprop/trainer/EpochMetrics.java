package org.twinprop.trainer;

/**
 * One row of {@code metrics.csv}.
 *
 * @param network {@code handwritten} or {@code dl4j}
 * @param epoch from 1; 0 is before training
 * @param split {@code train}, {@code validation} or {@code test}
 * @param loss the mean loss an example: in training over the epoch as its parameters change, price
 *     of the weights included; else of the network in use, without it
 * @param score accuracy (share right) of a classification, root mean squared error of a regression;
 *     NaN where it was not measured, as in training
 * @param seconds that this network alone took
 * @param examplesPerSecond of this network alone
 */
public record EpochMetrics(
    String network,
    int epoch,
    String split,
    double loss,
    double score,
    double seconds,
    double examplesPerSecond) {}
