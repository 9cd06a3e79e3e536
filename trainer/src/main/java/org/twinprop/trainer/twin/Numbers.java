package org.twinprop.trainer.twin;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.Network;
import org.twinprop.layers.Parameter;
import org.twinprop.layers.Shape;
import org.twinprop.layers.check.LayerCheck;
import org.twinprop.layers.text.NetworkText;

/** Networks with random parameters and random batches for them, all from seeds. */
final class Numbers {
  private final SplittableRandom random;

  Numbers(long seed) {
    random = new SplittableRandom(seed);
  }

  /** A network whose parameters are all random, biases too. */
  static Network network(String text, Shape input, DataType type, long seed) {
    Network network = new Network(NetworkText.parse(text), input, type, seed);
    Numbers numbers = new Numbers(seed);
    network
        .parameters()
        .forEach((name, array) -> numbers.fill(array, network.descriptions().get(name)));
    return network;
  }

  private void fill(INDArray array, Parameter parameter) {
    array.assign(
        normal(array.shape())
            .muli(Math.sqrt(1.0 / (parameter.fanIn() + parameter.fanOut())))
            .addi(parameter.start()));
  }

  /** Inputs of a batch: normal numbers, or word numbers where the network takes these. */
  INDArray inputs(Network network, int examples) {
    return LayerCheck.randomInput(
            network.architecture().chain(), network.input(), examples, random.nextLong())
        .castTo(network.type());
  }

  /** Targets of a batch, of the kind that the loss takes. */
  INDArray targets(Network network, int examples) {
    long[] shape = network.output().ofBatch(examples);
    INDArray targets =
        switch (network.loss().targets()) {
          case CLASSES -> classes(shape);
          case SHARES -> Nd4j.math().abs(Nd4j.math().sin(normal(shape)));
          case SIGNS -> Nd4j.math().sign(normal(shape));
          case NUMBERS -> normal(shape);
        };
    return targets.castTo(network.type());
  }

  /** Normally distributed numbers in float64. */
  INDArray normal(long... shape) {
    double[] drawn = new double[Math.toIntExact(Arrays.stream(shape).reduce(1, (a, b) -> a * b))];
    Arrays.setAll(drawn, i -> random.nextGaussian());
    return Nd4j.create(drawn, shape, 'c');
  }

  private INDArray classes(long... shape) {
    long classes = shape[shape.length - 1];
    INDArray oneHot = Nd4j.zeros(DataType.DOUBLE, shape);
    INDArray rows = oneHot.reshape('c', oneHot.length() / classes, classes);
    for (long row = 0; row < rows.size(0); row++) {
      rows.putScalar(row, random.nextLong(classes), 1);
    }
    return oneHot;
  }
}
