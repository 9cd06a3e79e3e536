package org.twinprop.experiments.student;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.Layer;
import org.twinprop.layers.Shape;
import org.twinprop.layers.Storage;

/**
 * The student's two passes on random numbers, each twice: what they give, and whether they keep to
 * {@link Layer}'s rules. The backward pass gets a random dy, as if a loss stood behind the layer.
 *
 * <p>Gradients hold 0 before the first backward pass and 1 before the second. What is 0 and 1
 * afterwards was never written; what is g and g + 1 was added to instead of replaced.
 */
final class Passes {
  private final Layer layer;
  private final boolean derivable;
  private final Storage storage;
  private final Steps steps;
  private final Findings findings;
  private final Arrival x;
  private final Arrival dy;

  Passes(
      Assignment assignment,
      Layer layer,
      int indices,
      Shape output,
      Storage storage,
      Steps steps,
      Findings findings) {
    this.layer = layer;
    derivable = indices == 0;
    this.storage = storage;
    this.steps = steps;
    this.findings = findings;
    RandomBatch random = new RandomBatch(new SplittableRandom(assignment.seed()));
    Shape input = Shape.parse(assignment.input());
    storage.parameters().values().forEach(p -> p.assign(random.normal(p.shape())));
    long[] shape = input.ofBatch(assignment.examples());
    x = new Arrival("x", random.input(indices, shape));
    dy = new Arrival("dy", random.normal(output.ofBatch(assignment.examples())));
    if (!Double.isNaN(assignment.mask())) {
      storage.cache().mask(random.mask(assignment.mask(), shape));
    }
    keepGiven();
  }

  private void keepGiven() {
    findings.array("x", x.array());
    findings.array("dy", dy.array());
    if (storage.cache().mask() != null) {
      findings.array("mask", storage.cache().mask());
    }
    storage
        .descriptions()
        .forEach((name, parameter) -> findings.parameter(name, parameter.shape()));
    storage.parameters().forEach((name, value) -> findings.array("parameter " + name, value));
  }

  void run() throws Throwable {
    INDArray y = forward().dup('c');
    findings.array("y", y);
    if (!Arrays.equals(entries(y), entries(forward()))) {
      findings.problem(
          "random",
          List.of("y"),
          "forward gives another y each time for the same x and parameters, so that no derivative"
              + " can be checked. Draw random numbers from cache.random(), which begins anew in"
              + " every call.");
      return;
    }
    Map<String, INDArray> first = backward(0);
    forward();
    Map<String, INDArray> second = backward(1);
    Map<String, INDArray> gradients = new GradientHabits(findings).judge(first, second);
    if (derivable && !gradients.containsKey("x")) {
      findings.problem(
          "missing",
          List.of("dx"),
          "backward returns null: it must return dx, the gradient by the layer's input.");
    }
    gradients.forEach(this::keepGradient);
    new Differences(layer, storage, x.array(), dy.array(), steps, findings).check(gradients);
  }

  private void keepGradient(String name, INDArray gradient) {
    findings.array("gradient " + name, gradient);
    if (!Arrays.stream(entries(gradient)).allMatch(Double::isFinite)) {
      findings.problem(
          "not-finite",
          List.of("d" + name),
          "d%s holds NaN or infinity: look for a division by 0, a logarithm of 0 or an overflow."
              .formatted(name));
    }
  }

  /** y, checked for its shape. */
  private INDArray forward() throws Throwable {
    INDArray y = steps.run("forward", () -> layer.forward(x.array(), storage.cache()));
    if (y == null) {
      throw RefusedException.contract("forward returns null: return y");
    }
    requireShape("forward returns y", y, "output says", dy.array());
    x.requireUntouched("forward", findings);
    return y;
  }

  /**
   * @param before what every gradient holds before
   * @return copies of the gradients by name, {@code x} for dx unless that is null
   */
  private Map<String, INDArray> backward(double before) throws Throwable {
    storage.gradientVector().assign(before);
    INDArray dx = steps.run("backward", () -> layer.backward(dy.array(), storage.cache()));
    x.requireUntouched("backward", findings);
    dy.requireUntouched("backward", findings);
    Map<String, INDArray> gradients = new LinkedHashMap<>();
    storage.gradients().forEach((name, gradient) -> gradients.put(name, gradient.dup('c')));
    if (derivable && dx != null) {
      requireShape("backward returns dx", dx, "x is", x.array());
      gradients.put("x", dx.castTo(DataType.DOUBLE).dup('c'));
    }
    return gradients;
  }

  private static void requireShape(String what, INDArray got, String needs, INDArray needed) {
    long[] is = got.shape();
    long[] must = needed.shape();
    if (!Arrays.equals(is, must)) {
      boolean transposed =
          is.length == 2 && must.length == 2 && is[0] == must[1] && is[1] == must[0];
      throw RefusedException.contract(
          "%s of %s, but %s %s%s"
              .formatted(
                  what,
                  Arrays.toString(is),
                  needs,
                  Arrays.toString(must),
                  transposed ? ": looks transposed" : ""));
    }
  }

  private static double[] entries(INDArray array) {
    try (INDArray copy = array.castTo(DataType.DOUBLE).dup('c')) {
      return copy.data().asDouble();
    }
  }

  /**
   * An array that the student may read and not write; what is written to it is taken back.
   *
   * @param name {@code x}
   * @param array handed to the student
   * @param as it was
   */
  private record Arrival(String name, INDArray array, double[] as) {
    Arrival(String name, INDArray array) {
      this(name, array, entries(array));
    }

    void requireUntouched(String pass, Findings findings) {
      if (!Arrays.equals(as, entries(array))) {
        findings.problem(
            "input-overwritten",
            List.of(name),
            "%s writes into %s, which others still need. Work on a copy: %s.dup(), or mul instead of muli."
                .formatted(pass, name, name));
        try (INDArray original = Nd4j.create(as, array.shape(), DataType.DOUBLE)) {
          array.assign(original);
        }
      }
    }
  }
}
