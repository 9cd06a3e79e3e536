package org.twinprop.experiments.folds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.twinprop.trainer.evaluation.Findings;
import org.twinprop.trainer.evaluation.Predictions;
import org.twinprop.trainer.evaluation.RegressionFindings;
import org.twinprop.trainer.evaluation.group.Audit;
import org.twinprop.trainer.evaluation.statistics.Spread;

/** What a cross-validation found, in sentences. */
record FoldSentences(FoldPlan plan, Map<String, Spread> spreads, int finished) {
  /** What the spread over folds is not (Bengio and Grandvalet, JMLR 5, 2004). */
  static final String CAUTION =
      "Any two folds learn from mostly the same examples, so that the spread over folds is no"
          + " interval for the error on new data; it shows how much the result depends on who"
          + " happened to be left out.";

  List<String> findings(List<Predictions> predictions, Map<String, Audit> audits) {
    List<String> sentences = new ArrayList<>();
    spreads.forEach((network, spread) -> sentences.add(overFolds(network, spread)));
    if (plan.regression()) {
      sentences.addAll(
          new RegressionFindings(
                  predictions,
                  audits,
                  plan.data().comparedColumns(),
                  plan.unit(),
                  plan.settings().seed())
              .sentences());
    } else {
      sentences.addAll(
          Findings.sentences(predictions, plan.data().comparedColumns(), plan.settings().seed()));
    }
    return sentences;
  }

  private String overFolds(String network, Spread spread) {
    String most =
        "Over %d folds, the %s network's %s was %s on average"
            .formatted(
                spread.n(),
                Findings.displayName(network),
                plan.regression() ? "root mean squared error" : "error rate",
                value(spread.mean()));
    return spread.n() < 2
        ? most + "."
        : "%s, between %s and %s (standard deviation %s)."
            .formatted(
                most,
                value(spread.lowest()),
                value(spread.highest()),
                plan.regression()
                    ? value(spread.deviation())
                    : "%.2f percentage points".formatted(100 * spread.deviation()));
  }

  List<String> notes() {
    List<String> notes = new ArrayList<>();
    int asked = plan.folds().count();
    if (finished < asked) {
      notes.add(
          "%d of %d folds were finished before the end: the others' examples are not predicted."
              .formatted(finished, asked));
    }
    if (finished > 1) {
      notes.add(CAUTION);
    }
    if (!plan.data().wording().caution().isEmpty()) {
      notes.add(plan.data().wording().caution());
    }
    return notes;
  }

  private String value(double value) {
    return plan.written(value);
  }
}
