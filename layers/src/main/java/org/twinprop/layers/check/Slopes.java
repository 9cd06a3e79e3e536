package org.twinprop.layers.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Four measures of the slope at a point with one step. Where the function is smooth within the step
 * they are the same but for rounding; a kink parts them.
 *
 * @param h the step
 * @param left the slope to the left
 * @param right the slope to the right
 * @param central the slope from both sides
 * @param finer the same with half the step
 * @param resolution what the rounding of the function's values makes of a difference
 */
record Slopes(
    double h, double left, double right, double central, double finer, double resolution) {
  private static final double SHRINK = 4;
  private static final double ROUNDINGS_OF_A_DIFFERENCE = 32;

  /**
   * Slopes at ever smaller steps: up to the one where nothing but rounding parts them, on each side
   * for itself; or as many as asked for.
   *
   * @param rounding how far each of the function's values may be off
   * @param most at most how many steps
   */
  static List<Slopes> shrinking(Slice f, double first, double rounding, int most) {
    List<Slopes> all = new ArrayList<>();
    double h = first;
    for (int i = 0; i < most && !settled(all); i++, h /= SHRINK) {
      all.add(of(f, h, rounding));
    }
    return all;
  }

  private static boolean settled(List<Slopes> all) {
    int last = all.size() - 1;
    return last > 0
        && (all.get(last - 1).spread() <= all.get(last - 1).resolution()
            || (change(all, last - 1, Slopes::left) <= all.get(last).resolution()
                && change(all, last - 1, Slopes::right) <= all.get(last).resolution()));
  }

  private static Slopes of(Slice f, double h, double rounding) {
    return new Slopes(
        h,
        Differences.oneSided(f, -h),
        Differences.oneSided(f, h),
        Differences.central(f, h),
        Differences.central(f, h / 2),
        resolution(rounding, h));
  }

  /** What rounding makes of a difference over the step {@code h}: see {@link Differences}. */
  static double resolution(double rounding, double h) {
    return ROUNDINGS_OF_A_DIFFERENCE * rounding / h;
  }

  /** How far the four measures lie apart; infinite if one is not a number. */
  double spread() {
    double[] all = {left, right, central, finer};
    double spread =
        DoubleStream.of(all).max().orElseThrow() - DoubleStream.of(all).min().orElseThrow();
    return Double.isNaN(spread) ? Double.POSITIVE_INFINITY : spread;
  }

  /** How far the slope may be from the measures. */
  double doubt() {
    return Math.max(spread(), resolution);
  }

  /** The steepest of the one-sided slopes. */
  double steepest() {
    return Math.max(Math.abs(left), Math.abs(right));
  }

  /** Those that are least in doubt: smaller steps meet fewer kinks, larger ones less rounding. */
  static Slopes surest(List<Slopes> all) {
    return all.stream().min(Comparator.comparingDouble(Slopes::doubt)).orElseThrow();
  }

  /**
   * The slope of one side, where it changes least from one step to the next.
   *
   * @param h the step
   * @param slope the side's
   * @param doubt how far it may be from the limit
   */
  record Side(double h, double slope, double doubt) {
    static Side of(List<Slopes> all, ToDoubleFunction<Slopes> side) {
      Side best = null;
      for (int i = 0; i < all.size() - 1; i++) {
        double doubt = Math.max(change(all, i, side), all.get(i).resolution());
        if (best == null || doubt < best.doubt()) {
          best = new Side(all.get(i).h(), side.applyAsDouble(all.get(i)), doubt);
        }
      }
      return best;
    }
  }

  private static double change(List<Slopes> all, int i, ToDoubleFunction<Slopes> side) {
    return Math.abs(side.applyAsDouble(all.get(i)) - side.applyAsDouble(all.get(i + 1)));
  }
}
