package org.twinprop.trainer.diagnosis;

/**
 * How much each assumption of an explanation counts against it: the explanation with the least sum
 * is given. Fewer mistakes are likelier than more, a mistake made once in every layer is likelier
 * than two different ones, and a constant that fits but means nothing is the last resort.
 */
final class Cost {
  /** One mistake. */
  static final double MISTAKE = 1;

  /** A mistake with a constant of its own that was fitted. */
  static final double CONSTANT = 1.3;

  /** A mistake that was made before, in another layer. */
  static final double REPEATED = 0.7;

  /** A mistake that was made in another tensor of the same layer. */
  static final double SAME_LAYER = 0.2;

  /** A few single entries. */
  static final double ENTRIES = 1.6;

  /** Another choice at a kink than ours. */
  static final double KINK = 0.2;

  /** A tensor that is not explained. */
  static final double UNEXPLAINED = 3;

  private Cost() {}
}
