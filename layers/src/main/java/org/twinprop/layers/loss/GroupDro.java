package org.twinprop.layers.loss;

import java.util.Arrays;

/**
 * Group-DRO, distributionally robust optimisation over groups: a loss over any other loss, which
 * makes the worst group's small instead of the mean.
 *
 * <pre>
 * L(theta) = max over groups g of  l_g(theta),     l_g = mean loss of the examples of group g
 *          = max over q in the simplex of  sum_g q_g l_g(theta)
 *
 * every step, on a batch with n_g examples of group g among N:
 *   q_g  gains the factor e^(eta l_g), and is divided so that q sums to 1 (exponentiated gradient
 *        ascent in q; groups without an example in the batch have l_g = 0)
 *   theta follows the gradient of  sum_g q_g l_g,  q being constant in it:
 *        d/dtheta sum_g q_g l_g = sum_n (q_g(n) / n_g(n)) dloss_n/dtheta
 * </pre>
 *
 * So example n weighs N q_g(n) / n_g(n) in a loss that is the mean over N examples.
 *
 * <p>Source: Sagawa, Koh, Hashimoto, Liang, Distributionally Robust Neural Networks for Group
 * Shifts (ICLR 2020), equation 4 and algorithm 1, with batches drawn from all examples as they
 * come.
 */
public final class GroupDro {
  private final double[] q;
  private final double eta;

  /**
   * @param groups their number, at least 1; all begin with the same weight
   * @param eta how fast the weights of groups follow their losses, above 0
   * @throws IllegalArgumentException if one of them cannot be
   */
  public GroupDro(int groups, double eta) {
    if (groups < 1 || !(eta > 0 && eta < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "group-dro needs at least 1 group and a step above 0, but got %d and %s"
              .formatted(groups, eta));
    }
    q = new double[groups];
    Arrays.fill(q, 1.0 / groups);
    this.eta = eta;
  }

  /**
   * Takes one step in q, and says how much each example weighs in the step of theta.
   *
   * @param losses [N] of the examples of a batch
   * @param groups [N] the group of each, from 0
   * @return [N]; with the mean over examples, their weighted losses are sum_g q_g l_g
   */
  public double[] weights(double[] losses, int[] groups) {
    double[] sums = new double[q.length];
    int[] counts = new int[q.length];
    for (int n = 0; n < losses.length; n++) {
      sums[groups[n]] += losses[n];
      counts[groups[n]]++;
    }
    ascend(sums, counts);
    double[] weights = new double[losses.length];
    for (int n = 0; n < losses.length; n++) {
      weights[n] = losses.length * q[groups[n]] / counts[groups[n]];
    }
    return weights;
  }

  /** With the largest exponent taken out of all, which the division by their sum undoes. */
  private void ascend(double[] sums, int[] counts) {
    double[] exponents = new double[q.length];
    for (int g = 0; g < q.length; g++) {
      exponents[g] = counts[g] == 0 ? 0 : eta * sums[g] / counts[g];
    }
    double largest = Arrays.stream(exponents).max().orElseThrow();
    double sum = 0;
    for (int g = 0; g < q.length; g++) {
      q[g] *= Math.exp(exponents[g] - largest);
      sum += q[g];
    }
    for (int g = 0; g < q.length; g++) {
      q[g] /= sum;
    }
  }

  /**
   * Goes on from weights that {@link #q} gave before.
   *
   * @param weights of as many groups
   * @throws IllegalArgumentException if they are of another number
   */
  public void restore(double[] weights) {
    if (weights.length != q.length) {
      throw new IllegalArgumentException(
          "weights of %d groups for group-dro over %d".formatted(weights.length, q.length));
    }
    System.arraycopy(weights, 0, q, 0, q.length);
  }

  /** The weights of the groups, which sum to 1. */
  public double[] q() {
    return q.clone();
  }
}
