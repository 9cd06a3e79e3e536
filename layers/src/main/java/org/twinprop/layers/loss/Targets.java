package org.twinprop.layers.loss;

import java.util.function.DoublePredicate;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.primitives.Layout;

/** What the targets of a loss are. */
public enum Targets {
  /** A distribution over classes in every row: numbers of at least 0 that sum to 1. */
  CLASSES("a distribution over the classes: numbers of at least 0 that sum to 1", y -> y >= 0),
  /** Numbers from 0 to 1, each on its own. */
  SHARES("numbers from 0 to 1", y -> y >= 0 && y <= 1),
  /** Signs: -1 or 1. */
  SIGNS("-1 or 1", y -> y == 1 || y == -1),
  /** Any finite numbers. */
  NUMBERS("finite numbers", Double::isFinite);

  /** Rows of float32 probabilities sum to 1 but for rounding, however many classes there are. */
  private static final double SUM_TOLERANCE = 1e-4;

  private final String description;
  private final DoublePredicate fits;

  Targets(String description, DoublePredicate fits) {
    this.description = description;
    this.fits = fits;
  }

  /**
   * @param y [rows, outputs]
   * @param loss the name of the loss, for the message
   * @throws IllegalArgumentException naming the first row and value that cannot be a target
   */
  public void require(INDArray y, String loss) {
    boolean whole = Layout.isRowMajor(y) && y.offset() == 0 && y.data().length() == y.length();
    double[] entries = (whole ? y : y.dup('c')).data().asDouble();
    int outputs = Math.toIntExact(y.size(1));
    for (int row = 0; row < entries.length / outputs; row++) {
      double sum = 0;
      for (int k = 0; k < outputs; k++) {
        double value = entries[row * outputs + k];
        sum += value;
        if (!fits.test(value)) {
          throw wrong(loss, row, "holds " + value);
        }
      }
      if (this == CLASSES && !(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
        throw wrong(loss, row, "sums to " + sum);
      }
    }
  }

  private IllegalArgumentException wrong(String loss, int row, String what) {
    return new IllegalArgumentException(
        "%s: target row %d %s, but targets must be %s%s"
            .formatted(
                loss,
                row,
                what,
                description,
                this == SIGNS ? "; for targets of 0 and 1 take softmax-xent" : ""));
  }
}
