package org.twinprop.layers.check;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.ndarray.INDArray;

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
   * Checks gradients that are known at one point.
   *
   * @param function of the variables' values: the same values must give the same number, so that
   *     anything random must be held fixed. It is evaluated four times an entry.
   * @param variables with their analytic gradients
   */
  public GradientReport check(DoubleSupplier function, List<Variable> variables) {
    return check(function, variables, null);
  }

  /**
   * Checks gradients that can be computed at any point, which lets it excuse places where several
   * kinks meet.
   *
   * @param function as above
   * @param backward the variables, always the same, with their analytic gradients where they stand
   *     when it is called, in arrays of their own
   */
  public GradientReport check(DoubleSupplier function, Supplier<List<Variable>> backward) {
    return check(function, backward.get(), backward);
  }

  private GradientReport check(
      DoubleSupplier function, List<Variable> variables, Supplier<List<Variable>> backward) {
    List<TensorCheck> tensors = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      Variable variable = variables.get(i);
      tensors.add(
          new VariableCheck(
                  function,
                  variable,
                  tolerance,
                  backward == null ? null : anew(backward, i),
                  places(variable.values().length()))
              .run());
    }
    return new GradientReport(tensors);
  }

  /** Computes all gradients, and keeps that of one variable. */
  private static Supplier<INDArray> anew(Supplier<List<Variable>> backward, int kept) {
    return () -> {
      List<Variable> all = backward.get();
      for (int i = 0; i < all.size(); i++) {
        if (i != kept) {
          all.get(i).gradient().close();
        }
      }
      return all.get(kept).gradient();
    };
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
