package org.twinprop.layers.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The second look at an entry whose gradients disagree: is it an error, or has the function a kink
 * there, as relu at 0?
 *
 * <p>The slopes are measured at shrinking steps, and {@link Evidence} weighs them. A kink that was
 * merely near is outside the smaller steps, and one of these decides. If none does, the slopes to
 * the left and to the right are looked at for themselves. If they settle at two different values,
 * the point itself is a kink, and every number between the two is a subgradient: the analytic
 * gradient must be one of them. If they grow without bound the function jumps, and nothing is its
 * gradient.
 *
 * <p>Where several kinks meet, as in a network whose biases are 0 on an image whose background is
 * 0, the chain rule adds up one subgradient of each, and the sum need not lie between the slopes:
 * relu(x) - relu(-x) is x, but its derivative at 0 comes out as 0. (Bolte and Pauwels, Conservative
 * set valued fields, automatic differentiation, stochastic gradient methods and deep learning,
 * 2021.) So where the gradient can be computed anew, it is compared just left and just right of the
 * point, where the function is smooth. Right on both sides, it is no error at the point; wrong on
 * one, it is, whatever the point itself excuses.
 *
 * <p>Where kinks lie closer together than rounding lets differences see, nothing is proven: the
 * entry counts as one at a kink, never as OK and never as WRONG.
 */
final class KinkSearch {
  /** Down to 4e-9 for an entry of about 1. */
  private static final int STEPS = 10;

  private static final int GROWING_STEPS = 4;
  private static final double GROWTH = 1.4;
  private static final double CLEAR_OF_ROUNDING = 100;

  private final Evidence evidence;
  private final double largest;
  private final Supplier<INDArray> gradient;

  /**
   * @param largest the largest magnitude among the gradients
   * @param gradient computes the variable's analytic gradient anew; null if it cannot
   */
  KinkSearch(Tolerance tolerance, double largest, Supplier<INDArray> gradient) {
    this.evidence = new Evidence(new Floor(tolerance.relative(), largest));
    this.largest = largest;
    this.gradient = gradient;
  }

  /** What was found: a verdict, and the numeric value to hold the analytic one against. */
  record Finding(Verdict verdict, double analytic, double numeric, double relativeError) {}

  Finding look(Slice f, double analytic) {
    double rounding = Rounding.measured(f, largest);
    List<Slopes> steps = Slopes.shrinking(f, Differences.step(f), rounding, STEPS);
    Optional<Finding> atPoint = evidence.of(steps, analytic);
    if (atPoint.isPresent() && atPoint.get().verdict() == Verdict.OK) {
      return atPoint.get();
    }
    if (isNoFunctionWithSlopes(f, steps)) {
      double numeric = steps.get(0).central();
      return new Finding(Verdict.WRONG, analytic, numeric, Double.POSITIVE_INFINITY);
    }
    return !Double.isFinite(analytic) || (gradient == null && atPoint.isPresent())
        ? atPoint.orElseThrow()
        : atKink(f, analytic, steps, atPoint, rounding);
  }

  private Finding atKink(
      Slice f, double analytic, List<Slopes> steps, Optional<Finding> atPoint, double rounding) {
    Slopes.Side left = Slopes.Side.of(steps, Slopes::left);
    Slopes.Side right = Slopes.Side.of(steps, Slopes::right);
    if (gradient == null) {
      return evidence.between(left, right, analytic);
    }
    NearbyGradient nearby = new NearbyGradient(f, evidence, gradient, rounding);
    return nearby.judge(atPoint, analytic, left, right);
  }

  /** Values that differ from call to call, are not numbers, or jump. */
  private static boolean isNoFunctionWithSlopes(Slice f, List<Slopes> steps) {
    return !(Math.abs(f.again() - f.at(0)) <= Rounding.most(f.at(0)))
        || steps.stream().anyMatch(slopes -> !Double.isFinite(slopes.spread()))
        || grows(steps);
  }

  private static boolean grows(List<Slopes> steps) {
    int last = steps.size() - 1;
    boolean grows =
        last == STEPS - 1
            && steps.get(last).steepest() > CLEAR_OF_ROUNDING * steps.get(last).resolution();
    for (int i = last; grows && i > last - GROWING_STEPS; i--) {
      grows = steps.get(i).steepest() > GROWTH * steps.get(i - 1).steepest();
    }
    return grows;
  }
}
