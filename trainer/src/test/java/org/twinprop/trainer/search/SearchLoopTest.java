package org.twinprop.trainer.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchLoopTest {
  private static final int CANDIDATES = 40;

  /** Candidates whose objective sinks toward the distance of a number from 0.3. */
  private static class Distances implements Trials {
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
        new SearchSettings(CANDIDATES, workers, 4, Optional.of(MedianStopping.DEFAULT));
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

  @ParameterizedTest
  @CsvSource({"RANDOM, 2", "RANDOM, 4", "GENETIC, 2", "GENETIC, 3", "GENETIC, 4"})
  void workersDecideNothingButTheTime(GeneratorKind kind, int workers) {
    SearchLoop.Result one = run(new Distances(), kind, 1);
    assertTrue(one.candidates().stream().anyMatch(result -> !result.finished()), "none was judged");
    assertEquals(one, run(new Distances(), kind, workers));
  }

  @Test
  void candidatesThatWaitAreNotBegunOnceAllIsOver() {
    List<Integer> begun = Collections.synchronizedList(new ArrayList<>());
    Trials broken =
        new Distances() {
          @Override
          public CandidateResult train(int number, Map<String, String> settings, Judge judge) {
            begun.add(number);
            if (number == 1) {
              throw new IllegalStateException("disk full");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            return super.train(number, settings, judge);
          }
        };
    assertThrows(IllegalStateException.class, () -> run(broken, GeneratorKind.RANDOM, 1));
    assertTrue(begun.size() < 4, "all were begun: " + begun);
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
                new SearchSettings(9, 2, 4, Optional.empty()),
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
