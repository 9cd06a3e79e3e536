package org.twinprop.trainer.diagnosis;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.Network;

/**
 * How much of a gradient is rounding, measured and not guessed: the network is run in float32 a few
 * times, each time with parameters that differ by less than float32 can tell. The scatter around
 * the float64 gradient is what rounding does to this network on this batch, cancellation and all.
 *
 * <p>A correct program may add in another order or by a less careful formula; it gets {@link
 * #ALLOWANCE} times the largest scatter. Float64 rounds the same at 2^-29 of the size.
 *
 * <p>Source: Parker, Pierce, Eggert, Monte Carlo Arithmetic (2000).
 *
 * @param scatter by parameter name, largest over entries and runs
 * @param largest by parameter name, of the true gradient
 * @param network the largest gradient of all
 */
record Rounding(Map<String, Double> scatter, Map<String, Double> largest, double network) {
  private static final int RUNS = 3;
  private static final double ALLOWANCE = 16;
  private static final double FLOAT32 = Math.ulp(1f) / 2;
  private static final double FLOAT64_OF_FLOAT32 = Math.pow(2, -29);

  /** Float64 programs differ by formulas, too: by a clipped logarithm, a constant in float32. */
  private static final double FORMULA = 1e-9;

  /**
   * @param kinks whether the batch lies on kinks; parameters are not shaken then, since the least
   *     shake is over the edge, and no rounding
   */
  static Rounding of(Submission submission, Gradients truth, boolean kinks) {
    Map<String, Double> scatter = new LinkedHashMap<>();
    Map<String, Double> largest = new LinkedHashMap<>();
    truth
        .byName()
        .forEach(
            (name, gradient) -> {
              largest.put(name, Entries.largest(gradient));
              scatter.put(name, FLOAT32 * Entries.largest(gradient));
            });
    SplittableRandom random = new SplittableRandom(1);
    for (int run = 0; run < (kinks ? 1 : RUNS); run++) {
      Gradients rounded = run(submission, random, kinks ? 0 : FLOAT32);
      truth
          .byName()
          .forEach((n, t) -> scatter.merge(n, distance(t, rounded.byName().get(n)), Math::max));
    }
    return new Rounding(scatter, largest, truth.largest());
  }

  /** Whether all numbers are float32's, as a student has who computed in it. */
  static boolean isFloat32(Collection<INDArray> arrays) {
    return arrays.stream()
        .allMatch(array -> Arrays.stream(Entries.of(array)).allMatch(v -> (float) v == v));
  }

  /** The largest difference from the true gradient that is no mistake. */
  double tolerance(String name, boolean float32) {
    double noise = ALLOWANCE * (scatter.get(name) + 1e-3 * FLOAT32 * network);
    return float32 ? noise : noise * FLOAT64_OF_FLOAT32 + FORMULA * largest.get(name);
  }

  /** What is rounding however small a gradient is. */
  double noise(boolean float32) {
    double noise = ALLOWANCE * (1e-3 * FLOAT32 * network);
    return float32 ? noise : noise * FLOAT64_OF_FLOAT32;
  }

  /** The same as a share of the gradient's largest entry, for gradients of another size. */
  double relative(String name, boolean float32) {
    double size = Math.max(largest.get(name), 1e-3 * network);
    return size == 0 ? 0 : tolerance(name, float32) / size;
  }

  private static double distance(INDArray a, INDArray b) {
    double[] ours = Entries.of(a);
    double[] theirs = Entries.of(b);
    double distance = 0;
    for (int i = 0; i < ours.length; i++) {
      double here = Math.abs(ours[i] - theirs[i]);
      distance = Double.isFinite(here) ? Math.max(distance, here) : distance;
    }
    return distance;
  }

  private static Gradients run(Submission submission, SplittableRandom random, double shake) {
    try (Network network = submission.network().as(DataType.FLOAT)) {
      Masks.copy(submission.network(), network);
      INDArray shaken = network.parameterVector();
      double[] factors = random.doubles(shaken.length(), -1, 1).map(r -> 1 + shake * r).toArray();
      shaken.assign(
          submission.network().parameterVector().mul(Nd4j.create(factors)).castTo(DataType.FLOAT));
      return Gradients.of(
          network, submission.x().castTo(DataType.FLOAT), submission.y().castTo(DataType.FLOAT));
    }
  }
}
