package org.twinprop.trainer;

/**
 * What an epoch has added up for one network, up to some batch.
 *
 * @param lossSum of all examples so far
 * @param examples so far
 * @param nanoseconds that the network took
 */
public record LossSum(double lossSum, long examples, long nanoseconds) {}
