package org.twinprop.trainer.search;

import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.deeplearning4j.arbiter.optimize.api.ParameterSpace;
import org.deeplearning4j.arbiter.optimize.generator.genetic.crossover.CrossoverResult;
import org.deeplearning4j.arbiter.optimize.generator.genetic.crossover.TwoParentsCrossoverOperator;
import org.deeplearning4j.arbiter.optimize.generator.genetic.crossover.parentselection.RandomTwoParentSelection;
import org.deeplearning4j.arbiter.optimize.parameter.discrete.DiscreteParameterSpace;

/**
 * A child has the choices of either parent, and numbers between the parents' or a little beyond
 * (the blend crossover BLX-0.5 of Eshelman and Schaffer, Real-Coded Genetic Algorithms and
 * Interval-Schemata, 1993). Arbiter's own crossovers either take no number that a parent does not
 * have, or blend choices too, as if the second of three networks lay between the others.
 */
final class BlendingCrossover extends TwoParentsCrossoverOperator {
  private static final double BEYOND = 0.5;

  private final boolean[] choice;
  private final RandomGenerator random;

  /**
   * @param leaves in the order of the numbers that are drawn for them
   */
  @SuppressWarnings("rawtypes") // as Arbiter has it
  BlendingCrossover(List<ParameterSpace> leaves, RandomGenerator random) {
    super(new RandomTwoParentSelection(random));
    this.random = random;
    choice = new boolean[leaves.size()];
    for (int i = 0; i < choice.length; i++) {
      choice[i] = leaves.get(i) instanceof DiscreteParameterSpace;
    }
  }

  @Override
  public CrossoverResult crossover() {
    double[][] parents = parentSelection.selectParents();
    double[] child = new double[choice.length];
    for (int i = 0; i < child.length; i++) {
      child[i] = choice[i] ? parents[random.nextInt(2)][i] : blended(parents[0][i], parents[1][i]);
    }
    return new CrossoverResult(true, child);
  }

  private double blended(double one, double other) {
    double low = Math.min(one, other);
    double width = Math.abs(one - other);
    double drawn = low - BEYOND * width + random.nextDouble() * (1 + 2 * BEYOND) * width;
    return Math.min(1, Math.max(0, drawn));
  }
}
