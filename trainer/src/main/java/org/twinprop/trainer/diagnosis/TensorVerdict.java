package org.twinprop.trainer.diagnosis;

/** What is to be said of one gradient, from best to worst. */
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
  WRONG;

  /** Whether there is no mistake. */
  public boolean ok() {
    return this != WRONG;
  }
}
