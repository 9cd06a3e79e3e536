package org.twinprop.trainer.diagnosis;

/**
 * A point without a derivative that the batch lies on. What arrives there on the way back, d, goes
 * on as a mean of several branches, and every mean is a valid subgradient: branch k alone adds
 * slope_k d to entry to_k.
 *
 * @param place on the tape; {@link #LOSS} for the loss
 * @param from the entry of d, counted row by row; d is 1 at the loss
 * @param to an entry for each branch
 * @param slopes of the branches
 * @param ours our weights of the branches; they sum to 1
 */
record Kink(int place, int from, int[] to, double[] slopes, double[] ours) {
  static final int LOSS = -1;

  /** One with a slope on the left and another on the right. */
  static Kink between(int place, int at, double left, double right, double ours) {
    double share = Math.max(0, Math.min(1, (ours - left) / (right - left)));
    return new Kink(
        place, at, new int[] {at, at}, new double[] {left, right}, new double[] {1 - share, share});
  }

  int branches() {
    return to.length;
  }

  /** Adds what other weights than ours change. */
  void bend(double[] weights, double d, double[] gradient) {
    for (int k = 0; k < to.length; k++) {
      gradient[to[k]] += (weights[k] - ours[k]) * slopes[k] * d;
    }
  }

  /** The branch alone that has the least weight of ours. */
  double[] furthest() {
    int least = 0;
    for (int k = 1; k < ours.length; k++) {
      least = ours[k] < ours[least] ? k : least;
    }
    return only(least);
  }

  /** The weights of one branch alone. */
  double[] only(int branch) {
    double[] weights = new double[to.length];
    weights[branch] = 1;
    return weights;
  }
}
