package org.twinprop.trainer.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import org.apache.commons.math3.random.JDKRandomGenerator;
import org.deeplearning4j.arbiter.optimize.api.Candidate;
import org.deeplearning4j.arbiter.optimize.api.CandidateGenerator;
import org.deeplearning4j.arbiter.optimize.generator.GeneticSearchCandidateGenerator;
import org.deeplearning4j.arbiter.optimize.generator.GridSearchCandidateGenerator;
import org.deeplearning4j.arbiter.optimize.generator.RandomSearchGenerator;
import org.deeplearning4j.arbiter.optimize.generator.genetic.mutation.RandomMutationOperator;
import org.deeplearning4j.arbiter.optimize.generator.genetic.population.PopulationModel;
import org.deeplearning4j.arbiter.optimize.generator.genetic.selection.GeneticSelectionOperator;

/** Arbiter's generators, each with every source of chance seeded. */
final class Generators {
  /** Arbiter breeds once two thirds of the population are there: after eight candidates. */
  private static final int POPULATION = 12;

  private static final double MUTATION_RATE = 0.1;
  private static final int LARGEST_GRID = 100_000;

  private Generators() {}

  static CandidateGenerator random(SettingsSpace space, long seed) {
    CandidateGenerator generator = new RandomSearchGenerator(space, null, false);
    generator.setRngSeed(seed);
    return generator;
  }

  /**
   * Every child is crossed. Where it is not, Arbiter's own crossovers hand the mutation a parent's
   * genes themselves, which it then changes in the population too.
   */
  static CandidateGenerator genetic(SettingsSpace space, long seed) {
    JDKRandomGenerator random = new JDKRandomGenerator();
    random.setSeed(seed);
    return new GeneticSearchCandidateGenerator.Builder(space, new SmallestIsBest())
        .populationModel(new PopulationModel.Builder().populationSize(POPULATION).build())
        .selectionOperator(
            new GeneticSelectionOperator.Builder()
                .randomGenerator(random)
                .crossoverOperator(new BlendingCrossover(space.collectLeaves(), random))
                .mutationOperator(
                    new RandomMutationOperator.Builder()
                        .mutationRate(MUTATION_RATE)
                        .randomGenerator(random)
                        .build())
                .build())
        .build();
  }

  /**
   * The points of the grid in order if all are wanted, else in random order: Arbiter's own random
   * order has no seed.
   *
   * @param points of each range of numbers, at least 2
   * @throws IllegalArgumentException if the grid is too large to be held
   */
  static Queue<Candidate<?>> grid(SettingsSpace space, int points, int wanted, long seed) {
    requireHeld(space, points);
    GridSearchCandidateGenerator generator =
        new GridSearchCandidateGenerator(
            space, points, GridSearchCandidateGenerator.Mode.Sequential, null);
    List<Candidate<?>> all = new ArrayList<>();
    while (generator.hasMoreCandidates()) {
      all.add(generator.getCandidate());
    }
    if (wanted < all.size()) {
      Collections.shuffle(all, new Random(seed));
    }
    return new ArrayDeque<>(all);
  }

  private static void requireHeld(SettingsSpace space, int points) {
    double size = GridSize.of(space, points);
    if (size > LARGEST_GRID) {
      throw new IllegalArgumentException(
          "the grid has %,.0f points, and %,d can be held: take fewer points a range than %d, or search fewer settings"
              .formatted(size, LARGEST_GRID, points));
    }
  }
}
