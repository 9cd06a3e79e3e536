package org.twinprop.trainer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.trainer.twin.Twin;

/** The same network in DL4J, trained by DL4J's own code. */
public final class TwinLearner implements Learner {
  /** As files and reports call it. */
  public static final String NAME = "dl4j";

  private final Twin twin;

  /**
   * @param twin to be trained; closed with this learner
   */
  public TwinLearner(Twin twin) {
    this.twin = twin;
  }

  @Override
  public String name() {
    return NAME;
  }

  public Twin twin() {
    return twin;
  }

  /**
   * @throws DivergedException if the loss is not finite
   */
  @Override
  public double step(INDArray x, INDArray y, double learningRate) {
    twin.learningRate(learningRate);
    double loss = twin.step(x, y);
    if (!Double.isFinite(loss)) {
      throw new DivergedException("DL4J's network", loss);
    }
    return loss;
  }

  /**
   * @throws DivergedException if the loss is not finite
   * @throws IllegalArgumentException if DL4J cannot weigh examples under this loss, or if the
   *     weighting asks for losses
   */
  @Override
  public double step(INDArray x, INDArray y, BatchWeighting weighting, double learningRate) {
    twin.learningRate(learningRate);
    try (INDArray weights = Nd4j.createFromArray(weighting.weights(null))) {
      double loss = twin.step(x, y, weights);
      if (!Double.isFinite(loss)) {
        throw new DivergedException("DL4J's network", loss);
      }
      return loss;
    }
  }

  @Override
  public INDArray predict(INDArray x) {
    return twin.predict(x);
  }

  @Override
  public double predictionLoss(INDArray y) {
    return twin.dataLoss(y);
  }

  /**
   * Saves the network as DL4J does.
   *
   * @throws IOException if the file cannot be written
   */
  public void save(Path file) throws IOException {
    twin.save(file);
  }

  @Override
  public Map<String, INDArray> memory() {
    return twin.memory();
  }

  @Override
  public long steps() {
    return twin.steps();
  }

  @Override
  public void steps(long taken) {
    twin.steps(taken);
  }

  @Override
  public void lastLearningRate(double rate) {
    twin.learningRate(rate);
  }

  @Override
  public void close() {
    twin.close();
  }
}
