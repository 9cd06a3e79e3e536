package org.twinprop.trainer.diagnosis;

import org.nd4j.linalg.api.ndarray.INDArray;

/** How much there is to compute, so that large networks get fewer tries and answer as soon. */
final class Work {
  /** Multiplications that are taken as a few seconds of one core. */
  private static final double AFFORDABLE = 4e9;

  private static final int FEWEST_TRIES = 60;

  private Work() {}

  /** About the number of multiplications of one pass through the network. */
  static double of(Tape tape) {
    double work = 0;
    for (Step step : tape.steps()) {
      INDArray y = step.y();
      double rows = y.length() / (double) y.size(y.rank() == 4 ? 1 : y.rank() - 1);
      double parameters =
          step.names().values().stream().mapToDouble(n -> step.parameter(n).length()).sum();
      work += y.length() + rows * parameters;
    }
    return work;
  }

  /** How many mistakes may be tried. */
  static int tries(Tape tape) {
    return (int) Math.max(FEWEST_TRIES, Math.min(1e6, AFFORDABLE / of(tape)));
  }

  /** At how many entries of each of some tensors the loss may be differenced. */
  static int entries(Tape tape, int tensors, int most) {
    double evaluations = 5.0 * Math.max(1, tensors);
    return (int) Math.max(1, Math.min(most, AFFORDABLE / of(tape) / evaluations));
  }
}
