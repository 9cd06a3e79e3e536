package org.twinprop.layers.check;

import java.util.List;
import java.util.Locale;
import org.twinprop.layers.Shape;

/**
 * What the gradient check found about one variable.
 *
 * @param name the variable's
 * @param shape of the whole array, the batch included
 * @param entries how many entries were checked
 * @param kinks at how many of them the verdict is {@link Verdict#KINK}
 * @param maxRelativeError over the checked entries, as {@link Tolerance} defines it; infinite where
 *     a gradient is not a number or the function jumps
 * @param worst the entry that has it
 * @param verdict WRONG if any entry is, else KINK if any entry is, else OK
 */
public record TensorCheck(
    String name,
    Shape shape,
    long entries,
    long kinks,
    double maxRelativeError,
    Entry worst,
    Verdict verdict) {

  /**
   * One entry's two gradients.
   *
   * @param index from 0, one number for each dimension; empty for the sum over all entries at
   *     kinks, which are also checked together
   * @param analytic what the backward pass says
   * @param numeric what differences of the forward pass say; at a kink the nearest subgradient
   */
  public record Entry(List<Long> index, double analytic, double numeric) {}

  /** One line for a person. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "d%s of %s: %s; %d entries, %d kinks; largest relative error %.1e at %s: "
            + "analytic %.10g, numeric %.10g",
        name,
        shape,
        verdict,
        entries,
        kinks,
        maxRelativeError,
        worst.index().isEmpty() ? "all kinks together" : worst.index(),
        worst.analytic(),
        worst.numeric());
  }
}
