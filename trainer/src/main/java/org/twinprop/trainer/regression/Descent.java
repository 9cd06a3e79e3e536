package org.twinprop.trainer.regression;

import java.util.function.BooleanSupplier;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.text.NetworkText;
import org.twinprop.layers.updater.Nesterov;
import org.twinprop.trainer.HandwrittenLearner;
import org.twinprop.trainer.TwinLearner;
import org.twinprop.trainer.twin.Twin;

/**
 * The network {@code dense(1) | mse}, which is a linear regression, and its DL4J twin, both trained
 * on all examples at once, downhill with Nesterov's momentum, until the gradient is as good as 0.
 */
final class Descent implements AutoCloseable {
  /** The largest entry of the gradient at which the descent is over. */
  static final double FLAT = 1e-12;

  static final int MOST_STEPS = 20_000;
  private static final int LOOK_EVERY = 10;

  private final Network network;
  private final HandwrittenLearner handwritten;
  private final TwinLearner twin;
  private final INDArray x;
  private final INDArray y;
  private final double learningRate;
  private int steps;

  /**
   * @param withTwin whether DL4J goes downhill beside
   */
  Descent(DesignMatrix design, ClosedForm closedForm, boolean withTwin, long seed) {
    x = Nd4j.createFromArray(design.rows());
    y = Nd4j.createFromArray(design.targets()).reshape(design.targets().length, 1);
    learningRate = closedForm.learningRate();
    network =
        new Network(
            NetworkText.parse("dense(1) | mse"),
            Shape.of(new long[] {design.kept().length}),
            DataType.DOUBLE,
            seed);
    Nesterov nesterov = new Nesterov(closedForm.momentum());
    handwritten = new HandwrittenLearner(network, nesterov);
    twin = withTwin ? new TwinLearner(Twin.of(network, nesterov, learningRate)) : null;
  }

  /** Goes on until the gradient is flat, a limit is reached, or an end is asked for. */
  void run(BooleanSupplier stop) {
    while (steps < MOST_STEPS && !stop.getAsBoolean()) {
      handwritten.step(x, y, learningRate);
      if (twin != null) {
        twin.step(x, y, learningRate);
      }
      steps++;
      if (steps % LOOK_EVERY == 0 && network.gradientVector().amaxNumber().doubleValue() < FLAT) {
        return;
      }
    }
  }

  int steps() {
    return steps;
  }

  /** The intercept, then one for each feature. */
  double[] coefficients() {
    return coefficients(network);
  }

  /** The same of DL4J's network; null without one. */
  double[] twinCoefficients() {
    if (twin == null) {
      return null;
    }
    try (Network copy = network.as(DataType.DOUBLE)) {
      twin.twin().copyInto(copy);
      return coefficients(copy);
    }
  }

  private static double[] coefficients(Network of) {
    double[] weights = of.parameters().get("W1").reshape(-1).toDoubleVector();
    double[] all = new double[weights.length + 1];
    all[0] = of.parameters().get("b1").getDouble(0);
    System.arraycopy(weights, 0, all, 1, weights.length);
    return all;
  }

  @Override
  public void close() {
    handwritten.close();
    if (twin != null) {
      twin.close();
    }
    network.close();
    x.close();
    y.close();
  }
}
