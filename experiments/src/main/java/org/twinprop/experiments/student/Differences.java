package org.twinprop.experiments.student;

import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Layer;
import org.twinprop.layers.Storage;
import org.twinprop.layers.check.GradientCheck;
import org.twinprop.layers.check.TensorCheck;
import org.twinprop.layers.check.Variable;
import org.twinprop.layers.check.Verdict;

/**
 * The student's gradients against differences of the student's own forward pass, projected onto dy:
 * L = sum(dy * y) has the gradient dy by y.
 *
 * <p>A few entries first, then ever more, until all are checked, one is wrong, or the time is used:
 * entries that are wrong take many forward passes, since each could be a kink.
 */
final class Differences {
  private static final String STEP = "the check by differences (many forward passes)";
  private static final long FIRST = 8;
  private static final long GROWTH = 4;

  /** The share of a step's time that all arrays together may take. */
  private static final double SHARE = 0.5;

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
   */
  void check(Map<String, INDArray> gradients) throws Throwable {
    double seconds = SHARE * steps.seconds() / Math.max(1, gradients.size());
    for (Map.Entry<String, INDArray> gradient : gradients.entrySet()) {
      String name = gradient.getKey();
      INDArray values = name.equals("x") ? x : storage.parameters().get(name);
      Variable variable = new Variable(name, values, gradient.getValue());
      findings.numeric(steps.run(STEP, () -> rounds(variable, seconds)));
    }
  }

  private TensorCheck rounds(Variable variable, double seconds) {
    long entries = variable.values().length();
    long end = System.nanoTime() + (long) (seconds * 1e9);
    for (long samples = FIRST; ; samples *= GROWTH) {
      long start = System.nanoTime();
      GradientCheck how = GradientCheck.ofSample(samples, 1);
      TensorCheck found = how.check(this::function, List.of(variable)).tensors().get(0);
      long next = GROWTH * (System.nanoTime() - start);
      boolean late = System.nanoTime() + next > end;
      if (samples >= entries || found.verdict() == Verdict.WRONG || late) {
        return found;
      }
    }
  }

  private double function() {
    INDArray y = layer.forward(x, storage.cache());
    try (INDArray product = y.castTo(DataType.DOUBLE).mul(dy)) {
      return product.sumNumber().doubleValue();
    }
  }
}
