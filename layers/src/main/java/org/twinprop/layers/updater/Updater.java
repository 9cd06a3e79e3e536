package org.twinprop.layers.updater;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How parameters follow their gradients. An updater holds its settings; what it remembers from step
 * to step is in the {@link UpdaterState} that it is handed. All arrays are one vector over all
 * trained parameters.
 */
public interface Updater {
  /** The names of the vectors that it remembers, as in its formula; they begin at zero. */
  List<String> state();

  /**
   * Takes one step.
   *
   * @param theta the parameters, changed in place
   * @param g their gradient, to be read only
   * @param state the vectors of {@link #state}, changed in place
   * @param learningRate the step size of this step
   * @param t the number of this step, from 1
   */
  void update(INDArray theta, INDArray g, UpdaterState state, double learningRate, long t);
}
