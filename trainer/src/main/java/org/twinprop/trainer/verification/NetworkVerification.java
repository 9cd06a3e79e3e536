package org.twinprop.trainer.verification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.data.Examples;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.check.GradientCheck;
import org.twinprop.layers.check.NetworkCheck;
import org.twinprop.layers.check.TensorCheck;
import org.twinprop.layers.check.Verdict;
import org.twinprop.layers.updater.Updater;
import org.twinprop.trainer.twin.Comparison;
import org.twinprop.trainer.twin.Quantity;
import org.twinprop.trainer.twin.TwinComparison;

/**
 * Checks a network as it is at that moment, in a float64 copy, on a few examples that stay the same
 * through the run: its gradients against differences of its loss, and its output, loss, gradients
 * and parameters after an update against DL4J's.
 */
public final class NetworkVerification implements Verification {
  /** The largest difference from DL4J, relative to the array's largest entry, that passes. */
  public static final double DL4J_TOLERANCE = 1e-10;

  private static final int EXAMPLES = 4;
  private static final int ENTRIES = 10;

  private final Network network;
  private final Updater updater;
  private final double learningRate;
  private final boolean twin;
  private final long seed;
  private final INDArray x;
  private final INDArray y;

  /**
   * @param network to be checked; it is not changed
   * @param updater whose update is compared
   * @param learningRate of that update
   * @param examples to draw a few from
   * @param twin whether to compare with DL4J too
   * @param seed of the draw, and of which entries are checked
   */
  public NetworkVerification(
      Network network,
      Updater updater,
      double learningRate,
      Examples examples,
      boolean twin,
      long seed) {
    this.network = network;
    this.updater = updater;
    this.learningRate = learningRate;
    this.twin = twin;
    this.seed = seed;
    int[] rows =
        new SplittableRandom(seed)
            .ints(0, examples.size())
            .distinct()
            .limit(Math.min(EXAMPLES, examples.size()))
            .toArray();
    x = Nd4j.create(DataType.DOUBLE, Shape.of(examples.inputShape()).ofBatch(rows.length));
    y = Nd4j.create(DataType.DOUBLE, Shape.of(examples.targetShape()).ofBatch(rows.length));
    examples.inputs(rows, x);
    examples.targets(rows, y);
  }

  @Override
  public VerificationReport check(int epoch) {
    Map<String, TensorCheck> numeric = numeric();
    List<String> notes = new ArrayList<>();
    Map<String, Comparison> gradients = new LinkedHashMap<>();
    List<GradientComparison> others = new ArrayList<>();
    if (twin) {
      TwinComparison comparison = TwinComparison.ofCopies(network, updater, learningRate, x, y);
      notes.addAll(comparison.notes());
      for (Comparison one : comparison.comparisons()) {
        if (isGradient(one)) {
          gradients.put(one.name(), one);
        } else {
          others.add(row(epoch, one));
        }
      }
    }
    List<GradientComparison> rows = new ArrayList<>();
    numeric.forEach((name, check) -> rows.add(row(epoch, check, gradients.get(name))));
    rows.addAll(others);
    return new VerificationReport(epoch, rows, notes);
  }

  private Map<String, TensorCheck> numeric() {
    Map<String, TensorCheck> checks = new LinkedHashMap<>();
    try (Network copy = network.as(DataType.DOUBLE)) {
      GradientCheck how = GradientCheck.ofSample(ENTRIES, seed);
      NetworkCheck.check(copy, x, y, how)
          .tensors()
          .forEach(check -> checks.put(check.name(), check));
    }
    return checks;
  }

  private static boolean isGradient(Comparison comparison) {
    return comparison.quantity() == Quantity.GRADIENT
        || comparison.quantity() == Quantity.INPUT_GRADIENT;
  }

  private GradientComparison row(int epoch, TensorCheck check, Comparison dl4j) {
    double difference = dl4j == null ? Double.NaN : dl4j.difference();
    boolean ok = check.verdict() != Verdict.WRONG && !(difference > DL4J_TOLERANCE);
    String worst =
        check.verdict() == Verdict.KINK
            ? "a kink at " + check.worst().index()
            : values(
                check.worst().index(),
                "differences",
                check.worst().analytic(),
                check.worst().numeric());
    return new GradientComparison(
        epoch,
        network.layerOf(check.name()),
        check.name(),
        check.maxRelativeError(),
        difference,
        worst,
        ok);
  }

  private GradientComparison row(int epoch, Comparison one) {
    String name =
        switch (one.quantity()) {
          case PARAMETER, STATE -> one.name() + " after update";
          default -> one.name();
        };
    return new GradientComparison(
        epoch,
        network.layerOf(one.name()),
        name,
        Double.NaN,
        one.difference(),
        values(one.index(), "DL4J", one.ours(), one.theirs()),
        one.difference() <= DL4J_TOLERANCE);
  }

  private static String values(List<Long> index, String witness, double ours, double theirs) {
    return String.format(
        Locale.ROOT, "%s: handwritten %.9g, %s %.9g", index, ours, witness, theirs);
  }
}
