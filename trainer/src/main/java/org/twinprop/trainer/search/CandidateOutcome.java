package org.twinprop.trainer.search;

/** How the training of a candidate ended. */
public enum CandidateOutcome {
  /** All epochs were trained. */
  FINISHED,
  /** It was worse than most others after an epoch. */
  STOPPED,
  /** Its loss became NaN or infinite. */
  DIVERGED,
  /** It could not be trained. */
  FAILED
}
