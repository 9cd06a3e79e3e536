package org.twinprop.trainer.regression;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Network;
import org.twinprop.trainer.Learner;
import org.twinprop.trainer.evaluation.RegressionFindings;

/** A linear regression that has learned, to be asked as networks are. */
record LinearLearner(Network network) implements Learner {
  @Override
  public String name() {
    return RegressionFindings.LINEAR;
  }

  @Override
  public double step(INDArray x, INDArray y, double learningRate) {
    throw new UnsupportedOperationException("a linear regression has learned before");
  }

  /** The batch may be of another type than the coefficients, which are float64. */
  @Override
  public INDArray predict(INDArray x) {
    try (INDArray exact = x.castTo(network.type())) {
      return network.predict(exact);
    }
  }

  @Override
  public double predictionLoss(INDArray y) {
    try (INDArray exact = y.castTo(network.type())) {
      return network.dataLoss(exact);
    }
  }

  @Override
  public void close() {
    network.close();
  }
}
