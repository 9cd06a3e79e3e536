package org.twinprop.layers.updater;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.twinprop.layers.text.Kind;

/**
 * AdaGrad: each parameter's step is divided by the root of all its squared gradients so far.
 *
 * <pre>
 * s = s + g^2
 * theta = theta - lr g / (sqrt(s) + epsilon)
 * </pre>
 *
 * <p>Source: Duchi, Hazan, Singer, Adaptive Subgradient Methods (2011); Goodfellow, Bengio,
 * Courville, Deep Learning (2016), algorithm 8.4.
 *
 * @param epsilon keeps the division finite, at least 0
 */
public record AdaGrad(double epsilon) implements Updater {
  public static final Kind<Updater> KIND =
      Kind.of(
          "adagrad(epsilon=1e-8)",
          a -> new AdaGrad(a.number("epsilon", 0, Double.POSITIVE_INFINITY)));

  @Override
  public List<String> state() {
    return List.of("s");
  }

  @Override
  public void update(INDArray theta, INDArray g, UpdaterState state, double learningRate, long t) {
    INDArray s = state.vector("s");
    INDArray step = state.scratch();
    s.addi(step.assign(g).muli(g));
    Transforms.sqrt(step.assign(s), false).addi(epsilon).rdivi(g).muli(learningRate);
    theta.subi(step);
  }
}
