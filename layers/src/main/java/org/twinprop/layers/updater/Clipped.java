package org.twinprop.layers.updater;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An updater that sees clipped gradients: theta takes the step that {@code updater} would take if
 * {@link GradientClipping} had already been done to g.
 *
 * @param updater takes the step
 * @param clipping of the whole gradient, before it
 */
public record Clipped(Updater updater, GradientClipping clipping) implements Updater {
  /** The updater itself where nothing is clipped. */
  public static Updater of(Updater updater, GradientClipping clipping) {
    return clipping.equals(GradientClipping.NONE) ? updater : new Clipped(updater, clipping);
  }

  @Override
  public List<String> state() {
    return updater.state();
  }

  @Override
  public void update(INDArray theta, INDArray g, UpdaterState state, double learningRate, long t) {
    INDArray clipped = state.scratch("clipped").assign(g);
    clipping.apply(clipped);
    updater.update(theta, clipped, state, learningRate, t);
  }
}
