package org.twinprop.trainer.twin;

import org.nd4j.linalg.schedule.ISchedule;

/** The learning rate of the next step, as DL4J asks for it. */
final class CurrentLearningRate implements ISchedule {
  private static final long serialVersionUID = 1L;

  private double value;

  CurrentLearningRate(double value) {
    this.value = value;
  }

  double get() {
    return value;
  }

  void set(double next) {
    value = next;
  }

  @Override
  public double valueAt(int iteration, int epoch) {
    return value;
  }

  @Override
  public ISchedule clone() {
    return this; // DL4J copies configurations, but there is one learning rate
  }
}
