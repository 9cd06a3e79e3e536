package org.twinprop.experiments.search;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinprop.experiments.console.CandidateProgress;
import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.console.Interruption;
import org.twinprop.experiments.console.NumberThreads;
import org.twinprop.experiments.folder.SearchDescription;
import org.twinprop.experiments.folder.SearchFolder;
import org.twinprop.experiments.training.Stopwatch;
import org.twinprop.trainer.search.SearchLoop;

/** One search, from the first candidate to the report. */
public final class SearchRun {
  private static final Path RUNS = Path.of("runs");

  private final SearchRequest request;
  private final List<String> commandLine;
  private final Console console;
  private final Stopwatch stopwatch = Stopwatch.start(Clock.systemUTC());

  /**
   * @param commandLine as it was typed, for the record
   */
  public SearchRun(SearchRequest request, List<String> commandLine, Console console) {
    this.request = request;
    this.commandLine = List.copyOf(commandLine);
    this.console = console;
  }

  /**
   * All that can be wrong with settings and data is found before the first candidate.
   *
   * @throws org.twinprop.data.BadInput if settings, data or the folder are at fault
   */
  public SearchResult run() {
    SearchPlan plan = SearchPlan.of(request.settings());
    Optional<SearchDescription> before = request.resume().map(SearchFolder::description);
    Map<String, String> texts = plan.texts();
    before.ifPresent(description -> description.requireSettings(folder(), texts));
    SearchData data = SearchData.load(plan);
    before.ifPresent(description -> description.requireData(folder(), data.origins()));
    try (Interruption interruption = new Interruption(console);
        SearchFolder folder = open(plan)) {
      folder.settings("search.yaml", texts);
      folder.describe(new SearchDescription(plan.name(), texts, data.origins()));
      NumberThreads threads = NumberThreads.set();
      new SearchAnnouncement(console, plan, data).print(threads, folder);
      SearchLoop.Result found = search(plan, data, folder, interruption);
      return new SearchEnd(plan, data, folder, console, commandLine, stopwatch)
          .finish(found, interruption.signal());
    }
  }

  private Path folder() {
    return request.resume().orElseThrow();
  }

  private SearchFolder open(SearchPlan plan) {
    return request
        .resume()
        .map(SearchFolder::again)
        .or(() -> request.out().map(SearchFolder::at))
        .orElseGet(
            () -> SearchFolder.create(RUNS, "search-" + plan.name(), Clock.systemDefaultZone()));
  }

  private SearchLoop.Result search(
      SearchPlan plan, SearchData data, SearchFolder folder, Interruption interruption) {
    try (CandidateProgress progress =
        new CandidateProgress(
            console,
            plan.search().candidates(),
            plan.searched(),
            plan.objective(),
            data.regression())) {
      CandidateTraining training =
          new CandidateTraining(plan, data, folder, progress, interruption);
      return new SearchLoop(plan.proposals(), plan.search(), training, progress).run();
    }
  }
}
