package org.twinprop.trainer.diagnosis;

/** What is to be said of one gradient. */
public enum TensorVerdict {
  /** It is the gradient. */
  RIGHT,
  /** It is the gradient, rounded as float32 rounds. */
  ROUNDING_ONLY,
  /**
   * The loss has a kink here (relu at 0, a tie in max pooling), and it is another valid choice of
   * subgradient than ours.
   */
  KINK,
  /** It is not the gradient. */
  WRONG,
  /** It is zero everywhere, as before it is computed, where the gradient is not. */
  NOT_WRITTEN;

  /** Whether there is no mistake. */
  public boolean ok() {
    return this != WRONG && this != NOT_WRITTEN;
  }
}
