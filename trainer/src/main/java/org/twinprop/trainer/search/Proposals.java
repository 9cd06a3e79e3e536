package org.twinprop.trainer.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Supplier;
import org.deeplearning4j.arbiter.optimize.api.Candidate;
import org.deeplearning4j.arbiter.optimize.api.CandidateGenerator;
import org.deeplearning4j.arbiter.optimize.api.OptimizationResult;

/**
 * The settings of one candidate after another. What comes next depends on the space, the kind of
 * generator, the seed, and, if it breeds, on what was reported until then, in the order in which it
 * was: the same calls give the same candidates.
 */
public final class Proposals {
  /** Settings that were proposed before are drawn anew, this often. */
  private static final int ATTEMPTS = 1_000;

  private final Supplier<Optional<Candidate<?>>> source;
  private final CandidateGenerator learner;
  private final List<Candidate<?>> proposed = new ArrayList<>();
  private final Set<Map<String, String>> seen = new HashSet<>();

  private Proposals(Supplier<Optional<Candidate<?>>> source, CandidateGenerator learner) {
    this.source = source;
    this.learner = learner;
  }

  /**
   * @param space with at least one key to be searched
   * @param kind how to draw
   * @param gridPoints of each range of numbers in a grid, at least 2
   * @param wanted how many candidates will be asked for
   * @param seed of all chance
   * @throws IllegalArgumentException if the space holds one candidate only, or a grid is too large
   */
  public static Proposals of(
      SettingsSpace space, GeneratorKind kind, int gridPoints, int wanted, long seed) {
    if (space.searched().isEmpty()) {
      throw new IllegalArgumentException(
          "there is nothing to search: every setting has one value;"
              + " give one a space, as in learning_rate: log(1e-4, 1e-1)");
    }
    return switch (kind) {
      case RANDOM -> drawing(Generators.random(space, seed));
      case GENETIC -> drawing(Generators.genetic(space, seed));
      case GRID -> {
        Queue<Candidate<?>> grid = Generators.grid(space, gridPoints, wanted, seed);
        yield new Proposals(() -> Optional.ofNullable(grid.poll()), null);
      }
    };
  }

  private static Proposals drawing(CandidateGenerator generator) {
    return new Proposals(
        () ->
            generator.hasMoreCandidates()
                ? Optional.<Candidate<?>>of(generator.getCandidate())
                    .filter(candidate -> candidate.getException() == null)
                : Optional.empty(),
        generator);
  }

  /** The settings of the next candidate; empty if all that there are have been proposed. */
  public Optional<Map<String, String>> next() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Candidate<?>> candidate = source.get();
      if (candidate.isEmpty()) {
        return Optional.empty();
      }
      Map<String, String> settings = settings(candidate.get());
      if (seen.add(settings)) {
        proposed.add(candidate.get());
        return Optional.of(settings);
      }
    }
    return Optional.empty();
  }

  @SuppressWarnings("unchecked") // the space's own values
  private static Map<String, String> settings(Candidate<?> candidate) {
    return (Map<String, String>) candidate.getValue();
  }

  /**
   * What came of a candidate.
   *
   * @param number from 1, in the order of {@link #next}
   * @param objective the smaller, the better
   */
  public void report(int number, double objective) {
    if (learner != null) {
      learner.reportResults(
          new OptimizationResult(
              proposed.get(number - 1), objective, number - 1, null, null, null));
    }
  }
}
