package org.twinprop.experiments.folds;

import java.util.List;
import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.console.Formats;
import org.twinprop.trainer.evaluation.Findings;
import org.twinprop.trainer.evaluation.RegressionFindings;

/** A table on the console that grows by the rows of a fold. */
final class FoldRows {
  private static final String ROW = "%4s  %-12s  %12s  %9s  %10s  %10s  %8s";

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
          ROW.formatted(
                  "fold",
                  "network",
                  "learned from",
                  "tested on",
                  plan.unit().map(unit -> "of " + RegressionFindings.unitsOf(unit)).orElse(""),
                  plan.regression() ? "RMSE" : "error rate",
                  "seconds")
              .stripTrailing());
    }
    ofFold.forEach(one -> console.print(row(one)));
  }

  private String row(FoldScore score) {
    return ROW.formatted(
        score.fold(),
        Findings.displayName(score.network()),
        Formats.count(score.learnedFrom()),
        Formats.count(score.testedOn()),
        score.groups() == 0 ? "" : Formats.count(score.groups()),
        plan.written(score.error()),
        "%.1f".formatted(score.seconds()));
  }
}
