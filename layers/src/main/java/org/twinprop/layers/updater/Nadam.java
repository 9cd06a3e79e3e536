package org.twinprop.layers.updater;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.twinprop.layers.text.Kind;

/**
 * Nadam: Adam whose momentum looks one step ahead, as Nesterov's does.
 *
 * <pre>
 * m = beta1 m + (1 - beta1) g          v = beta2 v + (1 - beta2) g^2
 * n = beta1 m / (1 - beta1^(t+1)) + (1 - beta1) g / (1 - beta1^t)
 * theta = theta - lr n / (sqrt(v / (1 - beta2^t)) + epsilon)
 * </pre>
 *
 * <p>Source: Dozat, Incorporating Nesterov Momentum into Adam (2016), algorithm 2, with a constant
 * beta1.
 *
 * @param beta1 the share of the mean that remains, at least 0 and below 1
 * @param beta2 the share of the mean square that remains, at least 0 and below 1
 * @param epsilon keeps the division finite, at least 0
 */
public record Nadam(double beta1, double beta2, double epsilon) implements Updater {
  public static final Kind<Updater> KIND =
      Kind.of(
          "nadam(beta1=0.9, beta2=0.999, epsilon=1e-8)",
          a ->
              new Nadam(
                  a.number("beta1", 0, 1),
                  a.number("beta2", 0, 1),
                  a.number("epsilon", 0, Double.POSITIVE_INFINITY)));

  @Override
  public List<String> state() {
    return List.of("m", "v");
  }

  @Override
  public void update(INDArray theta, INDArray g, UpdaterState state, double learningRate, long t) {
    INDArray m = state.vector("m");
    INDArray v = state.vector("v");
    INDArray step = state.scratch();
    m.muli(beta1).addi(step.assign(g).muli(1 - beta1));
    v.muli(beta2).addi(step.assign(g).muli(g).muli(1 - beta2));
    step.assign(v).divi(1 - Math.pow(beta2, t));
    Transforms.sqrt(step, false).addi(epsilon).rdivi(learningRate); // lr / (sqrt(v') + epsilon)
    double ahead = beta1 / (1 - Math.pow(beta1, t + 1));
    double now = (1 - beta1) / (1 - Math.pow(beta1, t));
    INDArray n = state.scratch("n");
    n.assign(m).muli(ahead).muli(step);
    theta.subi(n);
    theta.subi(n.assign(g).muli(now).muli(step));
  }
}
