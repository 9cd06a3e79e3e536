package org.twinprop.experiments.folds;

import java.util.List;
import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.console.Formats;
import org.twinprop.trainer.evaluation.Findings;
import org.twinprop.trainer.evaluation.RegressionFindings;

/** A table on the console that grows by the rows of a fold. */
final class FoldRows {
  private static final int UNITS = 10;

  private final Console console;
  private final FoldPlan plan;
  private boolean headed;

  FoldRows(Console console, FoldPlan plan) {
    this.console = console;
    this.plan = plan;
  }

  void add(List<FoldScore> ofFold) {
    if (!headed) {
      headed = true;
      console.heading(
          row()
              .formatted(
                  "fold",
                  "network",
                  "learned from",
                  "tested on",
                  units(),
                  plan.regression() ? "RMSE" : "error rate",
                  "seconds")
              .stripTrailing());
    }
    ofFold.forEach(one -> console.print(row(one)));
  }

  private String units() {
    return plan.unit().map(unit -> "of " + RegressionFindings.unitsOf(unit)).orElse("");
  }

  /** As wide as the name of the units, which a person may have chosen. */
  private String row() {
    return "%%4s  %%-12s  %%12s  %%9s  %%%ds  %%10s  %%7s"
        .formatted(Math.max(UNITS, units().length()));
  }

  private String row(FoldScore score) {
    return row()
        .formatted(
            score.fold(),
            Findings.displayName(score.network()),
            Formats.count(score.learnedFrom()),
            Formats.count(score.testedOn()),
            score.groups() == 0 ? "" : Formats.count(score.groups()),
            plan.written(score.error()),
            "%.1f".formatted(score.seconds()));
  }
}
