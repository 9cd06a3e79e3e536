package org.twinprop.trainer;

import org.twinprop.layers.schedule.Schedule;

/**
 * How training goes.
 *
 * @param epochs passes over the training examples, at least 0
 * @param batchSize examples a step, at least 1
 * @param learningRate the step size, above 0
 * @param schedule what the step size is multiplied by as training goes on
 * @param seed of everything random
 */
public record TrainingSettings(
    int epochs, int batchSize, double learningRate, Schedule schedule, long seed) {
  public TrainingSettings {
    require(epochs >= 0, "epochs must be at least 0, but is " + epochs);
    require(batchSize >= 1, "batch size must be at least 1, but is " + batchSize);
    require(
        learningRate > 0 && Double.isFinite(learningRate),
        "learning rate must be a number above 0, but is " + learningRate);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
