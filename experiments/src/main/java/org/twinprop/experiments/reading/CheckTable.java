package org.twinprop.experiments.reading;

import java.util.List;
import java.util.stream.Collectors;
import org.twinprop.experiments.folder.RunFolder;

/** The rows of {@code checks.csv}: a check each. */
final class CheckTable {
  private static final List<String> HEADER =
      List.of(
          "index",
          "written",
          "amount",
          "read",
          "right",
          "confidence",
          "digits",
          "digits_wrong",
          "population",
          "writer",
          "damage");

  private CheckTable() {}

  static void write(RunFolder folder, List<ScoredCheck> checks) {
    folder.table(
        "checks.csv",
        HEADER,
        table ->
            checks.forEach(
                check ->
                    table.row(
                        check.truth().index(),
                        check.truth().written(),
                        ReadCheck.money(check.truth().amountCents()),
                        check.cents() < 0 ? null : ReadCheck.money(check.cents()),
                        check.right(),
                        check.confidence(),
                        check.digits(),
                        check.digitsWrong(),
                        check.truth().population(),
                        check.truth().writer(),
                        damage(check))));
  }

  private static String damage(ScoredCheck check) {
    return check.truth().damages().stream()
        .map(damage -> "%s=%.2f".formatted(damage.kind().key(), damage.severity()))
        .collect(Collectors.joining(" "));
  }
}
