package org.twinprop.trainer;

/** Whoever keeps what a training has come to, so that it can go on from there. */
public interface Checkpointing {
  /** Keeps nothing. */
  Checkpointing NONE =
      new Checkpointing() {
        @Override
        public boolean due() {
          return false;
        }

        @Override
        public boolean wanted() {
          return false;
        }

        @Override
        public void keep(TrainingState state) {}
      };

  /** Whether to keep what there is after this batch, in the middle of an epoch. */
  boolean due();

  /** Whether to keep anything at all: at the end of epochs, and when a training is stopped. */
  default boolean wanted() {
    return true;
  }

  /**
   * @param state whose arrays are the networks' own, and change with the next step
   */
  void keep(TrainingState state);
}
