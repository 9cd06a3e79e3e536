package org.twinprop.trainer;

/** The loss and time of one network over an epoch, as they add up. */
final class RunningMeans {
  private double lossSum;
  private long examples;
  private long nanoseconds;

  RunningMeans() {}

  /** Goes on adding to what there is. */
  RunningMeans(LossSum before) {
    lossSum = before.lossSum();
    examples = before.examples();
    nanoseconds = before.nanoseconds();
  }

  void add(double loss, int batchExamples, long batchNanoseconds) {
    lossSum += loss * batchExamples;
    examples += batchExamples;
    nanoseconds += batchNanoseconds;
  }

  LossSum sum() {
    return new LossSum(lossSum, examples, nanoseconds);
  }

  /** The row of the epoch; training measures no score of its own. */
  EpochMetrics metrics(String network, int epoch) {
    double seconds = nanoseconds / 1e9;
    return new EpochMetrics(
        network, epoch, "train", lossSum / examples, Double.NaN, seconds, examples / seconds);
  }
}
