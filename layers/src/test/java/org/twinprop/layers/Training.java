package org.twinprop.layers;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.initializer.He;
import org.twinprop.layers.updater.Updater;
import org.twinprop.layers.updater.UpdaterState;

/** A network in training, one batch after the other. */
public final class Training implements AutoCloseable {
  /** Everything that the catalogue of the main job has, on images of 1x12x12 and 3 classes. */
  static final String TEXT =
      "conv(4,3) relu maxpool(2) conv(5,3x2,pad=1) tanh maxpool(2,stride=1) flatten dense(12)"
          + " sigmoid dropout(0.3) dense(3) | softmax-xent l2=1e-3";

  static final Shape INPUT = Shape.of(1, 12, 12);

  final Network network;
  private final Updater updater;
  private final UpdaterState state;

  Training(Network network, Updater updater) {
    this.network = network;
    this.updater = updater;
    state = new UpdaterState(updater, network.parameterVector());
  }

  static Network network(DataType type, long seed) {
    return Network.of(TEXT, INPUT, type, new He(true), seed);
  }

  /** Random images, or what the given shape is, and their classes. */
  static INDArray[] batch(RandomArrays random, DataType type, Shape input, long examples) {
    double[] classes = {0, 1, 2};
    INDArray y = random.of(classes, examples, 1);
    INDArray oneHot = random.gaussian(examples, 3).muli(0);
    for (int n = 0; n < examples; n++) {
      oneHot.putScalar(n, y.getInt(n), 1);
    }
    INDArray x = random.gaussian(input.ofBatch(examples));
    return new INDArray[] {x.castTo(type), oneHot.castTo(type)};
  }

  /** One step; returns the loss before it. */
  double step(INDArray[] batch, double learningRate) {
    double loss = network.loss(batch[0], batch[1]);
    network.backward();
    long t = network.step() + 1;
    updater.update(network.parameterVector(), network.gradientVector(), state, learningRate, t);
    network.step(t);
    return loss;
  }

  /** As many steps as batches. */
  List<Double> steps(List<INDArray[]> batches, double learningRate) {
    List<Double> losses = new ArrayList<>();
    batches.forEach(batch -> losses.add(step(batch, learningRate)));
    return losses;
  }

  @Override
  public void close() {
    state.close();
    network.close();
  }
}
