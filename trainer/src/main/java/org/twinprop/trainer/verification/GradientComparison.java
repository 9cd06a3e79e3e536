package org.twinprop.trainer.verification;

/**
 * One row of {@code gradients.csv}: one array of the hand-written network against its witnesses, in
 * float64.
 *
 * @param epoch after which it was checked; 0 is before training
 * @param layer as messages call it, or {@code network} for output, loss and input
 * @param parameter {@code W1}, {@code b1} ..., {@code x} for the input's gradient, {@code output},
 *     {@code loss}, {@code W1 after update} ...
 * @param numericError max relative error against differences of the loss; NaN where there is no
 *     such witness
 * @param dl4jError max relative difference from DL4J; NaN where there is no such witness
 * @param worst the worst entry in words: index and both values
 * @param ok whether both are below their tolerance
 */
public record GradientComparison(
    int epoch,
    String layer,
    String parameter,
    double numericError,
    double dl4jError,
    String worst,
    boolean ok) {
  /** The same by another name of its layer. */
  public GradientComparison inLayer(String name) {
    return new GradientComparison(epoch, name, parameter, numericError, dl4jError, worst, ok);
  }
}
