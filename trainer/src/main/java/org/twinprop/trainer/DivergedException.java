package org.twinprop.trainer;

/** The loss became NaN or infinite: training cannot go on from here. */
public final class DivergedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String where;
  private final double loss;

  /**
   * @param where the first layer that produced a number that is not finite
   * @param loss NaN or an infinity
   */
  public DivergedException(String where, double loss) {
    this("the loss became " + loss + "; the first to produce it was " + where, where, loss);
  }

  private DivergedException(String message, String where, double loss) {
    super(message);
    this.where = where;
    this.loss = loss;
  }

  /** The same, with the batch at which it happened. */
  public DivergedException at(int epoch, int batch) {
    String message =
        ("the loss became %s at batch %d of epoch %d; the first to produce it was %s."
                + " Try a smaller learning rate; the model of the batch before is kept")
            .formatted(loss, batch, epoch, where);
    return new DivergedException(message, where, loss);
  }
}
