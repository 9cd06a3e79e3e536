package org.twinprop.trainer.diagnosis;

/** Who says what a gradient must be. */
public enum Witness {
  /** Differences of the loss, at a sample of entries that holds the worst. */
  NUMERIC,
  /** The hand-written layers, at every entry. */
  HANDWRITTEN,
  /** Deeplearning4j, at every entry. */
  DL4J
}
