package org.twinprop.trainer.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchLoopTest {
  private static final int CANDIDATES = 40;

  /** Candidates whose objective sinks toward the distance of a number from 0.3. */
  private static final class Distances implements Trials {
    final Map<Integer, CandidateResult> kept = new ConcurrentHashMap<>();
    final List<Integer> trained = new ArrayList<>();
    int cancelledFrom = Integer.MAX_VALUE;

    @Override
    public Optional<CandidateResult> known(int number, Map<String, String> settings) {
      return Optional.ofNullable(kept.get(number));
    }

    @Override
    public CandidateResult train(int number, Map<String, String> settings, Judge judge) {
      if (number >= cancelledFrom) {
        throw new CancellationException();
      }
      synchronized (trained) {
        trained.add(number);
      }
      double distance = Math.abs(Double.parseDouble(settings.get("x")) - 0.3);
      List<Double> objectives = new ArrayList<>();
      Optional<String> ending = Optional.empty();
      while (objectives.size() < 4 && ending.isEmpty()) {
        objectives.add(distance + 1.0 / (1 + objectives.size()));
        ending = judge.ending(objectives.size(), distance + 1.0 / objectives.size());
      }
      CandidateResult result =
          new CandidateResult(
              number,
              settings,
              ending.isPresent() ? CandidateOutcome.STOPPED : CandidateOutcome.FINISHED,
              ending.orElse(null),
              List.of(),
              objectives,
              List.of(),
              objectives.get(objectives.size() - 1),
              0,
              0);
      kept.put(number, result);
      return result;
    }
  }

  private static SearchLoop.Result run(Trials trials, GeneratorKind kind, int workers) {
    Proposals proposals =
        Proposals.of(
            new SettingsSpace(
                Map.of("x", TextSpace.parse("uniform(0, 1)"), "y", TextSpace.parse("whole(1, 9)"))),
            kind,
            8,
            CANDIDATES,
            1);
    SearchSettings settings =
        new SearchSettings(CANDIDATES, workers, Optional.of(MedianStopping.DEFAULT));
    return new SearchLoop(proposals, settings, trials, new SearchListener() {}).run();
  }

  @ParameterizedTest
  @CsvSource({"RANDOM, 1", "GRID, 1", "GENETIC, 1", "RANDOM, 3", "GENETIC, 3"})
  void whatIsTakenUpAgainIsAsIfItHadNeverEnded(GeneratorKind kind, int workers) {
    SearchLoop.Result whole = run(new Distances(), kind, workers);
    Distances twice = new Distances();
    twice.cancelledFrom = 17;
    SearchLoop.Result first = run(twice, kind, workers);
    assertTrue(first.cancelled());
    assertEquals(16, first.candidates().size());
    twice.cancelledFrom = Integer.MAX_VALUE;
    twice.trained.clear();
    SearchLoop.Result second = run(twice, kind, workers);
    assertEquals(whole, second);
    assertEquals(CANDIDATES, second.candidates().size());
    assertEquals(CANDIDATES - 16, twice.trained.size());
    assertTrue(twice.trained.stream().allMatch(number -> number >= 17));
  }

  @Test
  void threadsDoNotDecideWhatComesOut() {
    assertEquals(
        run(new Distances(), GeneratorKind.GENETIC, 4),
        run(new Distances(), GeneratorKind.GENETIC, 4));
  }

  @Test
  void stopsTheHopelessAndFinishesTheBest() {
    List<CandidateResult> all = run(new Distances(), GeneratorKind.RANDOM, 1).candidates();
    assertTrue(all.subList(0, 4).stream().allMatch(CandidateResult::finished));
    List<CandidateResult> stopped = all.stream().filter(one -> !one.finished()).toList();
    assertTrue(stopped.size() > 10, stopped.size() + " stopped");
    assertTrue(
        stopped.get(0).reason().matches("worse than the median of \\d+ others after epoch \\d"),
        stopped.get(0).reason());
    double best = all.stream().mapToDouble(CandidateResult::objective).min().orElseThrow();
    assertTrue(all.stream().anyMatch(one -> one.finished() && one.objective() == best));
  }

  @Test
  void endsWhereThereAreNoMoreCandidates() {
    Proposals few =
        Proposals.of(
            new SettingsSpace(Map.of("x", TextSpace.parse("choice(0.1; 0.2)"))),
            GeneratorKind.RANDOM,
            5,
            9,
            1);
    SearchLoop.Result result =
        new SearchLoop(
                few,
                new SearchSettings(9, 2, Optional.empty()),
                new Distances(),
                new SearchListener() {})
            .run();
    assertTrue(result.exhausted());
    assertFalse(result.cancelled());
    assertEquals(2, result.candidates().size());
  }

  @Test
  void whatATrialThrowsEndsTheSearch() {
    Trials broken =
        new Trials() {
          @Override
          public Optional<CandidateResult> known(int number, Map<String, String> settings) {
            return Optional.empty();
          }

          @Override
          public CandidateResult train(int number, Map<String, String> settings, Judge judge) {
            throw new IllegalStateException("disk full");
          }
        };
    assertEquals(
        "disk full",
        assertThrows(IllegalStateException.class, () -> run(broken, GeneratorKind.RANDOM, 2))
            .getMessage());
  }
}
