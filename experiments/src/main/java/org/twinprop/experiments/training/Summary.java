package org.twinprop.experiments.training;

import java.util.List;
import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.console.Formats;
import org.twinprop.experiments.console.GroupTables;
import org.twinprop.experiments.console.RegressionTables;
import org.twinprop.experiments.folder.Outcome;
import org.twinprop.experiments.tasks.TaskData;
import org.twinprop.trainer.evaluation.GroupErrorRates;
import org.twinprop.trainer.evaluation.RegressionFindings;

/** The end of a run as a person reads it: accuracy, whom it fails, where everything is. */
record Summary(Console console, TaskData data, ExperimentResult result) {
  private static final int HARDEST = 5;

  void print(Evaluation evaluation) {
    if (evaluation.exists()) {
      tables(evaluation);
      console.heading("What this says");
      evaluation.findings().forEach(console::point);
    }
    console.gap();
    checks();
    console.print(
        "%s after %s. Report: %s"
            .formatted(ended(), Formats.duration(result.seconds()), console.bold(result.report())));
    if (result.outcome() == Outcome.INTERRUPTED) {
      console.print("Go on with it: ./twinprop run --resume " + result.folder());
    }
  }

  private void tables(Evaluation evaluation) {
    String unseen = neverSeen(evaluation);
    if (data.regression()) {
      numbers(evaluation, unseen);
      return;
    }
    GroupTables tables = new GroupTables(evaluation.groups(), data.wording().examples());
    console.heading(
        "Test: %s %s %s"
            .formatted(
                data.wording().examples(),
                data.byStrangers() ? "by writers whom" : "that",
                unseen));
    console.print(tables.accuracy());
    List<String> columns = evaluation.predictions().get(0).examples().groupColumns();
    data.comparedColumns()
        .forEach(
            column -> {
              console.gap();
              console.print(tables.all(column));
            });
    if (columns.contains(TaskData.WRITER)) {
      hardestWriters(tables);
    }
  }

  private static String neverSeen(Evaluation evaluation) {
    long networks =
        evaluation.predictions().stream()
            .filter(one -> !one.network().equals(RegressionFindings.LINEAR))
            .count();
    return networks == 1 ? "the network has never seen" : "the networks have never seen";
  }

  private void numbers(Evaluation evaluation, String unseen) {
    RegressionTables tables =
        new RegressionTables(
            evaluation.audits(), data.test().targetScale(), data.wording().examples());
    console.heading("Test: %s %s".formatted(data.wording().examples(), of(unseen)));
    console.print(tables.everyone());
    for (String column : data.comparedColumns()) {
      console.gap();
      console.print(tables.groups(column));
    }
  }

  private String of(String unseen) {
    return data.unit()
        .map(column -> "of %s that %s".formatted(RegressionFindings.unitsOf(column), unseen))
        .orElse("that " + unseen);
  }

  private void hardestWriters(GroupTables tables) {
    console.heading(
        "The hardest of %s writers with at least %d %s"
            .formatted(
                Formats.count(tables.largeEnough(TaskData.WRITER)),
                GroupErrorRates.DEFAULT_MINIMUM,
                data.wording().examples()));
    console.print(tables.hardest(TaskData.WRITER, HARDEST));
  }

  private void checks() {
    long failed = result.verifications().stream().filter(report -> !report.ok()).count();
    if (failed == 0) {
      console.print(console.good(passed(result.verifications().size(), result.outcome())));
    } else {
      console.print(
          console.bad(
              "%d of %s FAILED: see gradients.csv."
                  .formatted(
                      failed, Formats.count(result.verifications().size(), "gradient check"))));
    }
  }

  /** Of a run that was not trained to its end, only what was checked until then. */
  static String passed(int checks, Outcome outcome) {
    String made = outcome == Outcome.COMPLETED ? "" : " that was made until then";
    if (checks == 0) {
      return "No gradient check was made.";
    }
    return checks == 1
        ? "The one gradient check%s passed.".formatted(made)
        : "All %d gradient checks%s passed.".formatted(checks, made.replace("was", "were"));
  }

  private String ended() {
    return switch (result.outcome()) {
      case RUNNING -> "Running";
      case COMPLETED -> "Done";
      case INTERRUPTED -> "Stopped";
      case DIVERGED -> "Diverged";
    };
  }
}
