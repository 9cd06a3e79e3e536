package org.twinprop.trainer.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.primitives.Layout;

/**
 * Wrong ways to sum over rows: a bias gets sum_np d_npk over examples n and places p (steps of a
 * sequence, pixels of an image). A student may have left out a sum, or both.
 */
final class RowMistakes {
  private RowMistakes() {}

  /**
   * @param d what is to be summed, [N, P, K]
   * @param student the student's sum, [K], by which the row that was left over is found
   * @param places what a place is called: {@code step}
   */
  static List<LocalMistake> of(INDArray d, double[] student, String places) {
    List<LocalMistake> mistakes = new ArrayList<>();
    long examples = d.size(0);
    long count = d.size(1);
    if (examples > 1) {
      mistakes.add(single(d.sum(1), student, "example", "examples"));
    }
    if (count > 1) {
      LocalMistake one = single(d.sum(0), student, places, places + "s");
      boolean step = places.equals("step");
      mistakes.add(
          step ? new LocalMistake(Code.TIME_STEPS_NOT_SUMMED, one.cause(), one.gradient()) : one);
    }
    if (examples > 1 && count > 1) {
      INDArray rows = d.reshape('c', examples * count, d.size(2));
      mistakes.add(single(rows, student, "row", "examples and " + places + "s"));
    }
    return mistakes;
  }

  /** Images as [N, H W, K]; sequences as they are; rows as [N, 1, K]. */
  static INDArray byPlace(INDArray d) {
    if (d.rank() == 4) {
      return d.permute(0, 2, 3, 1)
          .dup('c')
          .reshape('c', d.size(0), d.size(2) * d.size(3), d.size(1));
    }
    return d.rank() == 3 ? d : d.reshape('c', d.size(0), 1, d.size(1));
  }

  /** What the places of a gradient are called. */
  static String places(INDArray d) {
    return d.rank() == 4 ? "place" : "step";
  }

  /** The row nearest to what the student has. */
  private static LocalMistake single(
      INDArray rows, double[] student, String which, String missing) {
    double[] entries = Entries.of(Layout.rows(rows));
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int row = 0; row < rows.size(0); row++) {
      double distance = 0;
      for (int k = 0; k < student.length; k++) {
        distance += Math.abs(entries[row * student.length + k] - student[k]);
      }
      nearest = distance < least ? row : nearest;
      least = Math.min(least, distance);
    }
    return new LocalMistake(
        Code.BIAS_NOT_SUMMED,
        "{tensors} is that of %s %d alone: the sum over the %s is missing"
            .formatted(which, nearest + 1, missing),
        rows.getRow(nearest).dup('c').reshape(student.length));
  }
}
