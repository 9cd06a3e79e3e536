package org.twinprop.experiments.folder;

import java.util.List;
import org.twinprop.trainer.evaluation.GroupErrorRate;

/** The rows of {@code groups.csv}. */
final class GroupRows {
  static final List<String> HEADER =
      List.of("network", "column", "group", "n", "errors", "error_rate", "low", "high", "small");

  private GroupRows() {}

  static Object[] cells(GroupErrorRate rate) {
    return new Object[] {
      rate.network(),
      rate.column(),
      rate.group(),
      rate.n(),
      rate.errors(),
      rate.errorRate(),
      rate.low(),
      rate.high(),
      rate.small()
    };
  }
}
