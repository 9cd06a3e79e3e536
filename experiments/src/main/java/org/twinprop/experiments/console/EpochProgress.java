package org.twinprop.experiments.console;

/** Shows how far an epoch is. */
interface EpochProgress extends AutoCloseable {
  /**
   * @param batch from 1, of this epoch
   * @param pace how it goes
   */
  void batch(int batch, Pace pace);

  /** The epoch is over, or was left. */
  @Override
  void close();
}
