package org.twinprop.trainer;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A network that learns from batches: the hand-written one, or its twin. */
public interface Learner extends AutoCloseable {
  /** As it is called in files and reports: {@code handwritten} or {@code dl4j}. */
  String name();

  /**
   * One step of training.
   *
   * @param x [examples, input shape...]
   * @param y the targets, shaped as the output
   * @param learningRate the step size of this step
   * @return the loss of this batch before the step, the price of the weights included
   */
  double step(INDArray x, INDArray y, double learningRate);

  /**
   * One step of training where examples count differently.
   *
   * @param weighting how much each example of the batch counts
   * @return the weighted loss of this batch before the step, the price of the weights included
   * @throws IllegalArgumentException if this network cannot be trained so
   */
  default double step(INDArray x, INDArray y, BatchWeighting weighting, double learningRate) {
    throw new IllegalArgumentException(name() + " cannot weigh examples in training");
  }

  /**
   * What the network predicts in use: probabilities for classes, numbers for a regression.
   *
   * @return [examples, outputs], valid until the next call
   */
  INDArray predict(INDArray x);

  /** The mean loss per example of the last {@link #predict}, the price of the weights left out. */
  double predictionLoss(INDArray y);

  /**
   * The arrays that the next step depends on, by name, as they are and not copies: what is written
   * to them, with {@link #steps(long)}, is what training goes on from.
   *
   * @throws IllegalStateException if this network cannot be kept and gone on with
   */
  default Map<String, INDArray> memory() {
    throw new IllegalStateException(name() + " cannot be kept in a checkpoint");
  }

  /** Steps that were taken. */
  default long steps() {
    throw new IllegalStateException(name() + " cannot be kept in a checkpoint");
  }

  /** Goes on as after this number of steps. */
  default void steps(long taken) {
    throw new IllegalStateException(name() + " cannot be kept in a checkpoint");
  }

  /**
   * Goes on as after a step at this learning rate. Each step says its own; this one is for what is
   * saved where no step follows.
   */
  default void lastLearningRate(double rate) {}

  @Override
  void close();
}
