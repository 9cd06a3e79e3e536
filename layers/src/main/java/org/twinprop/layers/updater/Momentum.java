package org.twinprop.layers.updater;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.text.Kind;

/**
 * Momentum: the velocity v remembers past gradients, each step a little less.
 *
 * <pre>
 * v = mu v - lr g
 * theta = theta + v
 * </pre>
 *
 * <p>Source: Goodfellow, Bengio, Courville, Deep Learning (2016), algorithm 8.2; Polyak (1964).
 *
 * @param mu the share of the velocity that remains, at least 0 and below 1
 */
public record Momentum(double mu) implements Updater {
  public static final Kind<Updater> KIND =
      Kind.of("momentum(mu=0.9)", a -> new Momentum(a.number("mu", 0, 1)));

  @Override
  public List<String> state() {
    return List.of("v");
  }

  @Override
  public void update(INDArray theta, INDArray g, UpdaterState state, double learningRate, long t) {
    INDArray v = state.vector("v");
    v.muli(mu).subi(state.scratch().assign(g).muli(learningRate));
    theta.addi(v);
  }
}
