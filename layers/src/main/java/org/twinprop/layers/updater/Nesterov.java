package org.twinprop.layers.updater;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.text.Kind;

/**
 * Nesterov's accelerated gradient, written for the gradient at theta itself: the velocity is taken
 * one step further than in momentum.
 *
 * <pre>
 * v = mu v - lr g
 * theta = theta + mu v - lr g
 * </pre>
 *
 * <p>Source: Sutskever, Martens, Dahl, Hinton, On the importance of initialization and momentum in
 * deep learning (2013), in the form of Bengio, Boulanger-Lewandowski, Pascanu (2013), equation 7.
 *
 * @param mu the share of the velocity that remains, at least 0 and below 1
 */
public record Nesterov(double mu) implements Updater {
  public static final Kind<Updater> KIND =
      Kind.of("nesterov(mu=0.9)", a -> new Nesterov(a.number("mu", 0, 1)));

  @Override
  public List<String> state() {
    return List.of("v");
  }

  @Override
  public void update(INDArray theta, INDArray g, UpdaterState state, double learningRate, long t) {
    INDArray v = state.vector("v");
    INDArray step = state.scratch().assign(g).muli(learningRate);
    v.muli(mu).subi(step);
    theta.subi(step);
    theta.addi(step.assign(v).muli(mu));
  }
}
