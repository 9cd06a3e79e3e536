package org.twinprop.trainer.twin;

/** What is compared between a network and its twin. */
public enum Quantity {
  /** The output before the loss, in use. */
  OUTPUT,
  /** The loss of a batch in training. */
  LOSS,
  /** The gradient by one parameter. */
  GRADIENT,
  /** The gradient by the network's input. */
  INPUT_GRADIENT,
  /** A parameter. */
  PARAMETER,
  /** A running statistic. */
  STATE
}
