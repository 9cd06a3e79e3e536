package org.twinprop.experiments.training;

import java.util.concurrent.CancellationException;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.experiments.console.Interruption;
import org.twinprop.trainer.Learner;

/** A network in a test that comes to its end before the next batch once that is asked for. */
record InterruptibleLearner(Learner learner, Interruption interruption) implements Learner {
  /**
   * @throws CancellationException if an end is asked for
   */
  static void requireGoingOn(Interruption interruption) {
    if (interruption.requested()) {
      throw new CancellationException("interrupted by " + interruption.signal().orElseThrow());
    }
  }

  @Override
  public String name() {
    return learner.name();
  }

  @Override
  public double step(INDArray x, INDArray y, double learningRate) {
    return learner.step(x, y, learningRate);
  }

  @Override
  public INDArray predict(INDArray x) {
    requireGoingOn(interruption);
    return learner.predict(x);
  }

  @Override
  public double predictionLoss(INDArray y) {
    return learner.predictionLoss(y);
  }

  @Override
  public void close() {
    learner.close();
  }
}
