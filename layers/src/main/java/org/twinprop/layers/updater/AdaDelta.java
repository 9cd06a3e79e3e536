package org.twinprop.layers.updater;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.twinprop.layers.text.Kind;

/**
 * AdaDelta: the step has the size of recent steps over that of recent gradients, which gives it the
 * parameter's own unit. The paper has no learning rate: take 1.
 *
 * <pre>
 * s = rho s + (1 - rho) g^2
 * d = sqrt((u + epsilon) / (s + epsilon)) g
 * u = rho u + (1 - rho) d^2
 * theta = theta - lr d
 * </pre>
 *
 * <p>Source: Zeiler, ADADELTA: An Adaptive Learning Rate Method (2012), algorithm 1.
 *
 * @param rho the share of the means that remains, at least 0 and below 1
 * @param epsilon starts the steps and keeps the division finite, at least 0
 */
public record AdaDelta(double rho, double epsilon) implements Updater {
  public static final Kind<Updater> KIND =
      Kind.of(
          "adadelta(rho=0.95, epsilon=1e-6)",
          a ->
              new AdaDelta(
                  a.number("rho", 0, 1), a.number("epsilon", 0, Double.POSITIVE_INFINITY)));

  @Override
  public List<String> state() {
    return List.of("s", "u");
  }

  @Override
  public void update(INDArray theta, INDArray g, UpdaterState state, double learningRate, long t) {
    INDArray s = state.vector("s");
    INDArray u = state.vector("u");
    INDArray d = state.scratch();
    s.muli(rho).addi(d.assign(g).muli(g).muli(1 - rho));
    d.assign(s).addi(epsilon).rdivi(1); // 1 / (s + epsilon)
    u.addi(epsilon);
    Transforms.sqrt(d.muli(u), false).muli(g);
    u.subi(epsilon).muli(rho);
    theta.subi(state.scratch("lr d").assign(d).muli(learningRate));
    u.addi(d.muli(d).muli(1 - rho));
  }
}
