package org.twinprop.experiments.student;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Layer;
import org.twinprop.layers.Storage;
import org.twinprop.layers.check.GradientCheck;
import org.twinprop.layers.check.TensorCheck;
import org.twinprop.layers.check.Variable;

/**
 * The student's gradients against differences of the student's own forward pass, projected onto dy:
 * L = sum(dy * y) has the gradient dy by y.
 */
final class Differences {
  /** Evaluations that an entry takes, and the share of a step's time that all may take. */
  private static final int EVALUATIONS = 4;

  private static final double SHARE = 0.25;
  private static final int FEWEST = 4;
  private static final int TIMINGS = 100;
  private static final long NANOSECONDS_OF_TIMING = 200_000_000L;

  private final Layer layer;
  private final Storage storage;
  private final INDArray x;
  private final INDArray dy;
  private final Steps steps;
  private final Findings findings;

  Differences(
      Layer layer, Storage storage, INDArray x, INDArray dy, Steps steps, Findings findings) {
    this.layer = layer;
    this.storage = storage;
    this.x = x;
    this.dy = dy;
    this.steps = steps;
    this.findings = findings;
  }

  /**
   * @param gradients to be checked, by name
   * @param forward runs one forward pass, to see how long it takes
   */
  void check(Map<String, INDArray> gradients, Steps.Work<INDArray> forward) throws Throwable {
    List<Variable> variables = new ArrayList<>();
    gradients.forEach(
        (name, gradient) ->
            variables.add(
                new Variable(
                    name, name.equals("x") ? x : storage.parameters().get(name), gradient)));
    if (variables.isEmpty()) {
      return;
    }
    GradientCheck how = affordable(variables, seconds(forward));
    List<TensorCheck> checks =
        steps
            .run("forward, in the check by differences,", () -> how.check(function(), variables))
            .tensors();
    checks.forEach(findings::numeric);
  }

  private DoubleSupplier function() {
    return () -> {
      INDArray y = layer.forward(x, storage.cache());
      try (INDArray product = y.castTo(DataType.DOUBLE).mul(dy)) {
        return product.sumNumber().doubleValue();
      }
    };
  }

  /** Every entry if a quarter of the time is enough for that, else a sample of each array. */
  private GradientCheck affordable(List<Variable> variables, double secondsEach) {
    long entries = variables.stream().mapToLong(one -> one.values().length()).sum();
    double affordable = SHARE * steps.allowed() / (EVALUATIONS * secondsEach);
    if (entries <= affordable) {
      return GradientCheck.ofAllEntries();
    }
    long samples = Math.max(FEWEST, (long) (affordable / variables.size()));
    findings.note(
        ("A forward pass takes %.2g s, so differences were taken at %d entries of each array at"
                + " most. A smaller --input lets all be checked.")
            .formatted(secondsEach, samples));
    return GradientCheck.ofSample(samples, 1);
  }

  /** Of the fastest of a few. */
  private static double seconds(Steps.Work<INDArray> forward) throws Throwable {
    double fastest = Double.POSITIVE_INFINITY;
    long end = System.nanoTime() + NANOSECONDS_OF_TIMING;
    for (int i = 0; i == 0 || (i < TIMINGS && System.nanoTime() < end); i++) {
      long start = System.nanoTime();
      forward.run();
      fastest = Math.min(fastest, (System.nanoTime() - start) / 1e9);
    }
    return fastest;
  }
}
