package org.twinprop.layers.updater;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.twinprop.layers.text.Kind;

/**
 * RMSProp: AdaGrad that forgets, so that steps do not die out.
 *
 * <pre>
 * s = rho s + (1 - rho) g^2
 * theta = theta - lr g / (sqrt(s) + epsilon)
 * </pre>
 *
 * <p>Source: Tieleman and Hinton, Lecture 6.5 of Neural Networks for Machine Learning (2012);
 * epsilon stands outside the root, as in PyTorch.
 *
 * @param rho the share of the mean that remains, at least 0 and below 1
 * @param epsilon keeps the division finite, at least 0
 */
public record RmsProp(double rho, double epsilon) implements Updater {
  public static final Kind<Updater> KIND =
      Kind.of(
          "rmsprop(rho=0.9, epsilon=1e-8)",
          a ->
              new RmsProp(a.number("rho", 0, 1), a.number("epsilon", 0, Double.POSITIVE_INFINITY)));

  @Override
  public List<String> state() {
    return List.of("s");
  }

  @Override
  public void update(INDArray theta, INDArray g, UpdaterState state, double learningRate, long t) {
    INDArray s = state.vector("s");
    INDArray step = state.scratch();
    s.muli(rho).addi(step.assign(g).muli(g).muli(1 - rho));
    Transforms.sqrt(step.assign(s), false).addi(epsilon).rdivi(g).muli(learningRate);
    theta.subi(step);
  }
}
