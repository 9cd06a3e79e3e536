package org.twinprop.trainer.diagnosis;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoubleSupplier;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Network;
import org.twinprop.layers.check.NumericDerivative;

/**
 * Differences of the loss at a sample of entries of each gradient. Where a kink is within the step
 * a smaller one is taken; an entry at a kink itself has no derivative and does not count.
 */
final class NumericWitness {
  static final int MOST_ENTRIES = 3;
  private static final double[] SHRINK = {1, 1e2, 1e4};
  private static final double AGREES = 1e-5;

  private final Network network;
  private final INDArray x;
  private final DoubleSupplier loss;
  private final double resolution;
  private final int entries;

  /**
   * @param entries at how many of each gradient to take differences, besides the worst
   */
  NumericWitness(Submission submission, Gradients truth, int entries) {
    this.entries = entries;
    network = submission.network();
    x = Entries.copy(submission.x());
    loss = () -> network.loss(x, submission.y());
    // f is known to some 2^-52 of its size, and the step is 1e-3: see layers' Tolerance
    resolution = 32 * Math.ulp(1.0) * Math.max(1, Math.abs(truth.loss())) / 1e-3;
  }

  /**
   * The largest relative error of a student's gradient against the differences.
   *
   * @param name {@code W1}, {@code x}
   * @param student all entries
   * @param truth the hand-written gradient, by which entries at kinks are known
   * @param worst the place of an entry to take in any case
   * @return NaN if every entry of the sample lies at a kink
   */
  double largestError(String name, double[] student, double[] truth, int worst) {
    Map<Integer, Double> numeric = new TreeMap<>();
    double floor = Math.max(1e-3 * Entries.largest(truth), 1e3 * resolution);
    for (int place : places(student.length, worst)) {
      double here = derivative(name, place, truth[place], floor);
      if (!Double.isNaN(here)) {
        numeric.put(place, here);
      }
    }
    return numeric.entrySet().stream()
        .mapToDouble(e -> RelativeError.of(student[e.getKey()], e.getValue(), floor))
        .max()
        .orElse(Double.NaN);
  }

  private TreeSet<Integer> places(int length, int worst) {
    SplittableRandom random = new SplittableRandom(length);
    TreeSet<Integer> places = new TreeSet<>();
    places.add(worst);
    while (places.size() < Math.min(entries + 1, length)) {
      places.add(random.nextInt(length));
    }
    return places;
  }

  private double derivative(String name, int place, double truth, double floor) {
    INDArray values = name.equals(Submission.INPUT) ? x : network.parameters().get(name);
    long[] index = Entries.indices(place, values.shape());
    for (double shrink : SHRINK) {
      double numeric = NumericDerivative.central(loss, values, index, shrink);
      if (RelativeError.of(numeric, truth, floor * shrink) < AGREES) {
        return numeric;
      }
    }
    return Double.NaN;
  }
}
