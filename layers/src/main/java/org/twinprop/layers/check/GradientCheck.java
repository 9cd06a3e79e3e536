package org.twinprop.layers.check;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.DoubleSupplier;
import java.util.stream.LongStream;

/**
 * Compares an analytic gradient with central differences of the function itself, entry by entry, in
 * float64. Entries that disagree get a second look, which tells a kink from an error.
 *
 * @param tolerance how far the two may differ
 * @param samples at most how many entries of each variable to check, drawn without replacement
 * @param seed of the draw
 * @see Differences
 * @see KinkSearch
 */
public record GradientCheck(Tolerance tolerance, long samples, long seed) {
  /** Checks every entry, to a relative error of 1e-7. */
  public static GradientCheck ofAllEntries() {
    return new GradientCheck(Tolerance.DEFAULT, Long.MAX_VALUE, 0);
  }

  /** Checks a sample of entries of each variable, to a relative error of 1e-7. */
  public static GradientCheck ofSample(long samples, long seed) {
    return new GradientCheck(Tolerance.DEFAULT, samples, seed);
  }

  /**
   * @throws IllegalArgumentException if no entry would be checked
   */
  public GradientCheck {
    if (samples < 1) {
      throw new IllegalArgumentException(
          "a gradient check needs at least 1 entry of each variable, but got samples=" + samples);
    }
  }

  /**
   * @param function of the variables' values: the same values must give the same number, so that
   *     anything random must be held fixed. It is evaluated four times an entry.
   * @param variables with their analytic gradients
   */
  public GradientReport check(DoubleSupplier function, List<Variable> variables) {
    return new GradientReport(
        variables.stream()
            .map(variable -> new VariableCheck(function, variable, tolerance))
            .map(check -> check.run(places(check.entries())))
            .toList());
  }

  /** Which entries to check, counted row by row. */
  private long[] places(long entries) {
    if (samples >= entries) {
      return LongStream.range(0, entries).toArray();
    }
    SplittableRandom random = new SplittableRandom(seed);
    TreeSet<Long> drawn = new TreeSet<>();
    while (drawn.size() < samples) {
      drawn.add(random.nextLong(entries));
    }
    return drawn.stream().mapToLong(Long::longValue).toArray();
  }
}
