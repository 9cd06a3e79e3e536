package org.twinprop.layers.updater;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.text.Kind;

/**
 * AdamW: Adam with weight decay beside the gradient instead of within it, so that it is not divided
 * by the gradient's size. It decays every parameter, biases too.
 *
 * <pre>
 * theta = theta - lr decay theta
 * and then Adam's step
 * </pre>
 *
 * <p>Source: Loshchilov and Hutter, Decoupled Weight Decay Regularization (2019), algorithm 2.
 *
 * @param beta1 the share of the mean that remains, at least 0 and below 1
 * @param beta2 the share of the mean square that remains, at least 0 and below 1
 * @param epsilon keeps the division finite, at least 0
 * @param decay the share of a parameter that a step of learning rate 1 would take away, at least 0
 */
public record AdamW(double beta1, double beta2, double epsilon, double decay) implements Updater {
  public static final Kind<Updater> KIND =
      Kind.of(
          "adamw(beta1=0.9, beta2=0.999, epsilon=1e-8, decay=0.01)",
          a ->
              new AdamW(
                  a.number("beta1", 0, 1),
                  a.number("beta2", 0, 1),
                  a.number("epsilon", 0, Double.POSITIVE_INFINITY),
                  a.number("decay", 0, Double.POSITIVE_INFINITY)));

  @Override
  public List<String> state() {
    return List.of("m", "v");
  }

  @Override
  public void update(INDArray theta, INDArray g, UpdaterState state, double learningRate, long t) {
    theta.muli(1 - learningRate * decay);
    new Adam(beta1, beta2, epsilon, false).update(theta, g, state, learningRate, t);
  }
}
