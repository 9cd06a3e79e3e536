package org.twinprop.experiments.folds;

import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.console.Formats;
import org.twinprop.experiments.console.NumberThreads;
import org.twinprop.experiments.folder.Backend;
import org.twinprop.trainer.evaluation.RegressionFindings;

/** What is about to happen, in a few lines. */
record FoldAnnouncement(Console console, FoldPlan plan) {
  private static final String LINE = "%-10s %s";

  void print(FoldSettings folding, NumberThreads threads) {
    console.print(
        console.bold(
            "%s: cross-validation in %d folds"
                .formatted(plan.data().wording().title(), plan.folds().count())));
    line("Data", plan.data().wording().origin());
    line("", dealt());
    folding.stratify().ifPresent(what -> line("", "every fold has its shares by " + what));
    line("", "%s to test are left alone".formatted(Formats.count(plan.data().test().size())));
    line("Network", plan.settings().network());
    line("Training", "%d times %s".formatted(plan.folds().count(), epochs()));
    Backend backend = Backend.inUse();
    line("Backend", "ND4J %s on %s; %s".formatted(backend.nd4j(), backend.name(), threads));
    console.gap();
  }

  private String dealt() {
    String examples = plan.data().wording().count(plan.all().size());
    return plan.unit()
        .map(
            unit ->
                "%s of %s, none of which is in two folds"
                    .formatted(
                        examples, Formats.count(plan.groups(), RegressionFindings.unitOf(unit))))
        .orElse(examples + ", dealt one by one");
  }

  private String epochs() {
    return "%s of batches of %d, %s, learning rate %s %s; seed %d"
        .formatted(
            Formats.count(plan.epochs(), "epoch"),
            plan.settings().batch(),
            plan.settings().updater(),
            plan.settings().learningRate(),
            plan.settings().schedule(),
            plan.settings().seed());
  }

  private void line(String name, String text) {
    console.print(LINE.formatted(name, text).stripTrailing());
  }
}
