package org.twinprop.trainer.diagnosis;

import java.util.Arrays;

/**
 * What L1 and L2 add to the gradient by one parameter: l1 sign(W) + l2 W for weights, nothing for
 * biases.
 *
 * @param values of the parameter
 * @param l1 0 for a parameter that is not priced
 * @param l2 0 for a parameter that is not priced
 * @param weight whether the parameter is a weight
 * @param ofWeights the l2 that the network has for its weights
 */
record Price(double[] values, double l1, double l2, boolean weight, double ofWeights) {
  double[] signs() {
    return Arrays.stream(values).map(Math::signum).toArray();
  }

  /** How far the gradient may be off: |W| has a kink at 0, and any slope from -1 to 1 there. */
  double[] freedom() {
    return Arrays.stream(values).map(w -> w == 0 ? l1 : 0).toArray();
  }

  double[] gradient() {
    return Arrays.stream(values).map(w -> l1 * Math.signum(w) + l2 * w).toArray();
  }
}
