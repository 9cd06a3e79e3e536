package org.twinprop.layers.updater;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.text.Kind;

/**
 * Stochastic gradient descent: a step against the gradient.
 *
 * <pre>
 * theta = theta - lr g
 * </pre>
 *
 * <p>Source: Goodfellow, Bengio, Courville, Deep Learning (2016), algorithm 8.1.
 */
public record Sgd() implements Updater {
  public static final Kind<Updater> KIND = Kind.of("sgd", a -> new Sgd());

  @Override
  public List<String> state() {
    return List.of();
  }

  @Override
  public void update(INDArray theta, INDArray g, UpdaterState state, double learningRate, long t) {
    theta.subi(state.scratch().assign(g).muli(learningRate));
  }
}
