package org.twinprop.trainer;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Network;
import org.twinprop.layers.updater.Updater;
import org.twinprop.layers.updater.UpdaterState;

/** The hand-written network and its updater. */
public final class HandwrittenLearner implements Learner {
  /** As files and reports call it. */
  public static final String NAME = "handwritten";

  private final Network network;
  private final Updater updater;
  private final UpdaterState state;
  private final INDArray lastGood;

  /**
   * @param network to be trained; not closed by this learner
   * @param updater how its parameters follow their gradients
   */
  public HandwrittenLearner(Network network, Updater updater) {
    this.network = network;
    this.updater = updater;
    state = new UpdaterState(updater, network.parameterVector());
    lastGood = network.parameterVector().dup();
  }

  @Override
  public String name() {
    return NAME;
  }

  public Network network() {
    return network;
  }

  /**
   * @throws DivergedException if the loss is not finite; the network then has the parameters of the
   *     last batch whose loss was
   */
  @Override
  public double step(INDArray x, INDArray y, double learningRate) {
    return step(network.loss(x, y), learningRate);
  }

  /**
   * @throws DivergedException as the step without weights
   */
  @Override
  public double step(INDArray x, INDArray y, BatchWeighting weighting, double learningRate) {
    return step(network.loss(x, y, weighting::weights), learningRate);
  }

  private double step(double loss, double learningRate) {
    if (!Double.isFinite(loss)) {
      String where = network.firstNonFiniteLayer().orElse("the loss");
      network.parameterVector().assign(lastGood);
      throw new DivergedException(where, loss);
    }
    state.primitives().copy(network.parameterVector(), lastGood);
    network.backward();
    long t = network.step() + 1;
    updater.update(network.parameterVector(), network.gradientVector(), state, learningRate, t);
    network.step(t);
    return loss;
  }

  @Override
  public INDArray predict(INDArray x) {
    return network.predict(x);
  }

  @Override
  public double predictionLoss(INDArray y) {
    return network.dataLoss(y);
  }

  /**
   * Parameters, those before the last step, the vectors of the updater, and running statistics.
   * Random numbers of layers are none of it: they follow from the seed and the number of the step.
   */
  @Override
  public Map<String, INDArray> memory() {
    Map<String, INDArray> memory = new LinkedHashMap<>();
    memory.put("parameters", network.parameterVector());
    memory.put("parameters before", lastGood);
    state.vectors().forEach((name, vector) -> memory.put("updater " + name, vector));
    network.states().forEach((name, running) -> memory.put("running " + name, running));
    return memory;
  }

  @Override
  public long steps() {
    return network.step();
  }

  @Override
  public void steps(long taken) {
    network.step(taken);
  }

  @Override
  public void close() {
    state.close();
    lastGood.close();
  }
}
