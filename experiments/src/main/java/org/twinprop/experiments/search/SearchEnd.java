package org.twinprop.experiments.search;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.console.Formats;
import org.twinprop.experiments.console.StopSignal;
import org.twinprop.experiments.folder.Outcome;
import org.twinprop.experiments.folder.SearchFolder;
import org.twinprop.experiments.training.ExperimentSettings;
import org.twinprop.experiments.training.Stopwatch;
import org.twinprop.trainer.search.CandidateResult;
import org.twinprop.trainer.search.SearchLoop;

/** The end of a search: the best is tested, and everything is written and said. */
record SearchEnd(
    SearchPlan plan,
    SearchData data,
    SearchFolder folder,
    Console console,
    List<String> commandLine,
    Stopwatch stopwatch) {
  private static final String BEST = "best.yaml";

  SearchResult finish(SearchLoop.Result found, Optional<StopSignal> signal) {
    Ranking ranking = Ranking.of(found.candidates());
    SearchTests tests =
        found.cancelled() ? SearchTests.NONE : SearchTests.of(ranking, plan, data, folder);
    CandidateTable table = new CandidateTable(ranking, plan.searched());
    folder.table("candidates.csv", table.header(), table::writeTo);
    ranking.best().ifPresent(this::writeBest);
    SearchResult result =
        result(found, ranking, tests, found.cancelled() ? signal : Optional.empty());
    folder.page(new SearchReport(plan, data, ranking, tests, result, commandLine).render());
    if (!found.cancelled()) {
      found.candidates().stream()
          .filter(one -> !ranking.kept().contains(one.number()))
          .forEach(one -> folder.removeNetwork(one.number()));
    }
    print(ranking, result);
    return result;
  }

  private void writeBest(CandidateResult best) {
    ExperimentSettings experiment = plan.candidate(best.settings());
    Map<String, Object> settings =
        experiment.toMap(experiment.epochs().orElse(data.parts().epochs()));
    folder.settings(BEST, settings);
  }

  private SearchResult result(
      SearchLoop.Result found, Ranking ranking, SearchTests tests, Optional<StopSignal> signal) {
    Path path = folder.path();
    boolean cancelled = found.cancelled();
    return new SearchResult(
        !cancelled && ranking.best().isPresent(),
        cancelled ? Outcome.INTERRUPTED : Outcome.COMPLETED,
        plan.task().name(),
        path.toString(),
        path.resolve("report.html").toString(),
        plan.objective().toString(),
        data.group().orElse(null),
        plan.searched(),
        found.exhausted(),
        ranking.all(),
        ranking.front().stream().map(CandidateResult::number).toList(),
        ranking.best().map(CandidateResult::number).orElse(null),
        ranking.best().isPresent() ? path.resolve(BEST).toString() : null,
        tests.results(data),
        new SearchSentences(ranking, plan, data, tests).all(found.exhausted()),
        stopwatch.seconds(),
        data.origins(),
        cancelled ? "./twinprop search --resume " + path : null,
        signal);
  }

  private void print(Ranking ranking, SearchResult result) {
    if (!ranking.front().isEmpty()) {
      console.heading("The front: no other candidate is better at both");
      console.print(new FrontTable(ranking, plan.objective(), data.regression()).text());
    }
    console.heading("What this says");
    result.findings().forEach(console::point);
    console.gap();
    if (result.bestFile() != null) {
      console.print(
          "Candidate %d as a run of its own, on all examples: ./twinprop run %s"
              .formatted(result.best(), result.bestFile()));
    }
    console.print(
        "%s after %s. Report: %s"
            .formatted(
                result.resume() == null ? "Done" : "Stopped",
                Formats.duration(result.seconds()),
                console.bold(result.report())));
    if (result.resume() != null) {
      console.print("To go on: " + console.bold(result.resume()));
    }
  }
}
