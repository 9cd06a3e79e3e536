package org.twinprop.layers.check;

/**
 * The second look at an entry whose gradients disagree: is it an error, or has the function a kink
 * there, as relu at 0?
 *
 * <p>The slopes to the left and to the right are measured at shrinking steps. If from some step on
 * they agree, the function is smooth at the point (a kink was merely near, within the first step):
 * the numeric gradient at that step decides. If they settle at two different values, the point
 * itself is a kink, and every number between the two is a subgradient: the analytic gradient must
 * be one of them. (This is necessary along each axis; it does not prove a subgradient of all
 * variables at once.) If they do not settle, the function jumps, and nothing is its gradient.
 *
 * <p>A kink closer than the last step, 4e-9 for an entry of about 1, is taken as one at the point.
 */
final class KinkSearch {
  private static final int STEPS = 10;
  private static final double SHRINK = 4;

  private final Tolerance tolerance;
  private final double largest;

  KinkSearch(Tolerance tolerance, double largest) {
    this.tolerance = tolerance;
    this.largest = largest;
  }

  /** What the second look found: a numeric value to hold the analytic one against. */
  record Finding(Verdict verdict, double numeric, double relativeError) {}

  private record Slopes(double left, double right, double floor) {}

  Finding look(Slice f, double analytic) {
    double middle = f.at(0);
    double h = Differences.step(f.middle());
    Slopes before = null;
    Slopes now = null;
    for (int i = 0; i < STEPS; i++, h /= SHRINK) {
      before = now;
      now = slopes(f, middle, h);
      if (tolerance.agree(now.left, now.right, now.floor)) {
        return judge(analytic, Differences.central(f, h), now.floor, Verdict.OK);
      }
    }
    if (!settled(before, now)) {
      return new Finding(Verdict.WRONG, (now.left + now.right) / 2, Double.POSITIVE_INFINITY);
    }
    double low = Math.min(now.left, now.right);
    double high = Math.max(now.left, now.right);
    double nearest = Math.max(low, Math.min(analytic, high));
    return judge(analytic, nearest, now.floor, Verdict.KINK);
  }

  private Slopes slopes(Slice f, double middle, double h) {
    return new Slopes(
        Differences.oneSided(f, middle, -h),
        Differences.oneSided(f, middle, h),
        tolerance.floor(largest, middle, h));
  }

  private boolean settled(Slopes before, Slopes now) {
    return tolerance.agree(before.left, now.left, now.floor)
        && tolerance.agree(before.right, now.right, now.floor);
  }

  private Finding judge(double analytic, double numeric, double floor, Verdict ifEqual) {
    double error = Tolerance.error(analytic, numeric, floor);
    return new Finding(error <= tolerance.relative() ? ifEqual : Verdict.WRONG, numeric, error);
  }
}
