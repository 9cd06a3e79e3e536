package org.twinprop.experiments.console;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.twinprop.trainer.search.CandidateResult;
import org.twinprop.trainer.search.Measures;
import org.twinprop.trainer.search.Objective;

/** A row for each candidate: how it ended and what it is worth; below it, what was drawn for it. */
final class CandidateRows {
  private static final String ROW = "%4s  %-8s  %6s  %10s  %9s  %11s  %10s  %7s";

  private final Console console;
  private final List<String> searched;
  private final boolean regression;
  private final boolean share;
  private boolean headed;

  CandidateRows(Console console, List<String> searched, Objective objective, boolean regression) {
    this.console = console;
    this.searched = searched;
    this.regression = regression;
    share = objective.isShare();
  }

  void add(CandidateResult result) {
    if (!headed) {
      headed = true;
      console.heading(
          ROW.formatted(
              "no.",
              "ended",
              "epochs",
              "loss",
              regression ? "rmse" : "error",
              "worst group",
              "objective",
              "seconds"));
    }
    Measures last = result.last();
    console.print(
        ROW.formatted(
            result.number(),
            result.outcome().name().toLowerCase(Locale.ROOT),
            result.epochs().size(),
            last == null ? "-" : Formats.loss(last.loss()),
            last == null ? "-" : error(last.error()),
            last == null ? "-" : error(last.worstGroupError()),
            result.objective() == null ? "-" : objective(result.objective()),
            String.format(Locale.ROOT, "%.1f", result.seconds())));
    console.note(drawn(result));
    if (result.objective() == null) {
      console.note(result.reason());
    }
  }

  private String drawn(CandidateResult result) {
    return searched.stream()
        .map(key -> key + " " + result.settings().get(key))
        .collect(Collectors.joining(", "));
  }

  private String objective(double objective) {
    return share ? error(objective) : Formats.measure(objective);
  }

  private String error(double error) {
    return regression ? Formats.measure(error) : Formats.percent(error);
  }
}
