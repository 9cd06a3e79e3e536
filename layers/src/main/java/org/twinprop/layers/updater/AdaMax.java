package org.twinprop.layers.updater;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.twinprop.layers.text.Kind;

/**
 * AdaMax: Adam with the largest recent gradient in place of the root of the mean square.
 *
 * <pre>
 * m = beta1 m + (1 - beta1) g
 * u = max(beta2 u, |g|)
 * theta = theta - lr / (1 - beta1^t) m / (u + epsilon)
 * </pre>
 *
 * <p>Source: Kingma and Ba, Adam (2015), algorithm 2; the paper has no epsilon, which only matters
 * where every gradient so far was 0.
 *
 * @param beta1 the share of the mean that remains, at least 0 and below 1
 * @param beta2 the share of the largest gradient that remains, at least 0 and below 1
 * @param epsilon keeps the division finite, at least 0
 */
public record AdaMax(double beta1, double beta2, double epsilon) implements Updater {
  public static final Kind<Updater> KIND =
      Kind.of(
          "adamax(beta1=0.9, beta2=0.999, epsilon=1e-8)",
          a ->
              new AdaMax(
                  a.number("beta1", 0, 1),
                  a.number("beta2", 0, 1),
                  a.number("epsilon", 0, Double.POSITIVE_INFINITY)));

  @Override
  public List<String> state() {
    return List.of("m", "u");
  }

  @Override
  public void update(INDArray theta, INDArray g, UpdaterState state, double learningRate, long t) {
    INDArray m = state.vector("m");
    INDArray u = state.vector("u");
    INDArray step = state.scratch();
    m.muli(beta1).addi(step.assign(g).muli(1 - beta1));
    Transforms.max(u.muli(beta2), Transforms.abs(step.assign(g), false), false);
    step.assign(u).addi(epsilon).rdivi(m).muli(learningRate / (1 - Math.pow(beta1, t)));
    theta.subi(step);
  }
}
