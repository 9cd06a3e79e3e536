package org.twinprop.experiments.folder;

import java.util.List;
import org.twinprop.trainer.verification.GradientComparison;

/** The rows of {@code gradients.csv}; an error without a witness leaves its cell empty. */
final class GradientRows {
  static final List<String> HEADER =
      List.of(
          "epoch",
          "layer",
          "parameter",
          "max_relative_error_numeric",
          "max_relative_error_dl4j",
          "worst",
          "ok");

  private GradientRows() {}

  static Object[] cells(GradientComparison row) {
    return new Object[] {
      row.epoch(),
      row.layer(),
      row.parameter(),
      row.numericError(),
      row.dl4jError(),
      row.worst(),
      row.ok()
    };
  }
}
