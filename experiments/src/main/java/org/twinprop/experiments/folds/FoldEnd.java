package org.twinprop.experiments.folds;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.console.Formats;
import org.twinprop.experiments.console.Interruption;
import org.twinprop.experiments.folder.DataOrigin;
import org.twinprop.experiments.folder.Outcome;
import org.twinprop.experiments.folder.Provenance;
import org.twinprop.experiments.folder.RunFolder;
import org.twinprop.experiments.training.Stopwatch;
import org.twinprop.trainer.evaluation.GroupErrorRates;
import org.twinprop.trainer.evaluation.Predictions;
import org.twinprop.trainer.evaluation.PredictionsAudit;
import org.twinprop.trainer.evaluation.group.Audit;
import org.twinprop.trainer.evaluation.statistics.Spread;
import org.twinprop.trainer.verification.VerificationReport;

/** The end of a cross-validation: what all folds say together, in files, report and on console. */
record FoldEnd(FoldPlan plan, FoldRuns runs, RunFolder folder, Console console) {

  CrossValidationResult finish(
      Map<String, Object> config,
      List<String> commandLine,
      Stopwatch stopwatch,
      Interruption interruption) {
    List<Predictions> predictions = runs.outOfFold().predictions();
    Map<String, Audit> audits = audits(predictions);
    if (!predictions.isEmpty()) {
      folder.predictions(predictions, runs.outOfFold().foldOfRow());
      folder.groups("network", audits);
    }
    Map<String, Spread> spreads = spreads();
    FoldSentences sentences = new FoldSentences(plan, spreads, runs.outOfFold().finished());
    List<String> findings =
        predictions.isEmpty() ? List.of() : sentences.findings(predictions, audits);
    Provenance provenance = provenance(commandLine, stopwatch);
    folder.provenance(provenance);
    CrossValidationResult result = result(provenance, spreads, audits, findings, interruption);
    folder.page(new FoldPage(plan, result, sentences.notes()).render(config, provenance));
    print(result, sentences);
    return result;
  }

  private Map<String, Audit> audits(List<Predictions> predictions) {
    Map<String, Audit> audits = new LinkedHashMap<>();
    for (Predictions one : predictions) {
      audits.put(
          one.network(),
          PredictionsAudit.of(
              one, plan.unit(), GroupErrorRates.DEFAULT_MINIMUM, plan.settings().seed()));
    }
    return audits;
  }

  private Map<String, Spread> spreads() {
    Map<String, List<FoldScore>> byNetwork =
        runs.scores().stream()
            .collect(
                Collectors.groupingBy(FoldScore::network, LinkedHashMap::new, Collectors.toList()));
    Map<String, Spread> spreads = new LinkedHashMap<>();
    byNetwork.forEach(
        (network, scores) ->
            spreads.put(
                network, Spread.of(scores.stream().mapToDouble(FoldScore::error).toArray())));
    return spreads;
  }

  private Outcome outcome() {
    if (runs.divergence().isPresent()) {
      return Outcome.DIVERGED;
    }
    return runs.outOfFold().finished() == plan.folds().count()
        ? Outcome.COMPLETED
        : Outcome.INTERRUPTED;
  }

  private Provenance provenance(List<String> commandLine, Stopwatch stopwatch) {
    return Provenance.of(
            outcome(),
            commandLine,
            plan.settings().seed(),
            stopwatch.began(),
            stopwatch.seconds(),
            List.of(DataOrigin.of("folds", plan.all(), plan.data().files())))
        .withUnit(plan.unit());
  }

  private CrossValidationResult result(
      Provenance provenance,
      Map<String, Spread> spreads,
      Map<String, Audit> audits,
      List<String> findings,
      Interruption interruption) {
    return new CrossValidationResult(
        outcome() == Outcome.COMPLETED
            && runs.verifications().stream().allMatch(VerificationReport::ok),
        outcome(),
        plan.settings().task().name(),
        folder.path().toString(),
        folder.path().resolve("report.html").toString(),
        plan.settings().network(),
        runs.parameters(),
        plan.settings().seed(),
        plan.folds().count(),
        runs.outOfFold().finished(),
        plan.unit().orElse(null),
        provenance.seconds(),
        provenance.data(),
        runs.scores(),
        spreads,
        runs.verifications(),
        audits,
        findings,
        runs.divergence(),
        interruption.signal());
  }

  private void print(CrossValidationResult result, FoldSentences sentences) {
    if (!result.audits().isEmpty()) {
      AuditTables tables = new AuditTables(result.audits(), plan.data().wording().examples());
      console.heading(
          "All folds together: everyone was predicted by networks that do not know them");
      console.print(tables.everyone());
      for (String column : plan.data().comparedColumns()) {
        console.gap();
        console.print(tables.of(column));
      }
      console.heading("What this says");
      result.findings().forEach(console::point);
    }
    if (!sentences.notes().isEmpty()) {
      console.heading("To keep in mind");
      sentences.notes().forEach(console::point);
    }
    console.gap();
    console.print(
        "%d of %s after %s. Report: %s"
            .formatted(
                result.finished(),
                Formats.count(result.folds(), "fold"),
                Formats.duration(result.seconds()),
                console.bold(result.report())));
  }
}
