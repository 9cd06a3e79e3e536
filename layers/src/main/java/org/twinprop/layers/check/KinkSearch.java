package org.twinprop.layers.check;

import java.util.List;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The second look at an entry whose gradients disagree: is it an error, or has the function a kink
 * there, as relu at 0?
 *
 * <p>The slopes to the left and to the right are measured at shrinking steps. If from some step on
 * they agree, the function is smooth at the point (a kink was merely near, within the first step):
 * the numeric gradient at that step decides. If they settle at two different values, the point
 * itself is a kink, and every number between the two is a subgradient: the analytic gradient must
 * be one of them. If they do not settle, the function jumps, and nothing is its gradient.
 *
 * <p>Where several kinks meet, as in a network whose biases are 0 on an image whose background is
 * 0, the chain rule adds up one subgradient of each, and the sum need not lie between the slopes:
 * relu(x) - relu(-x) is x, but its derivative at 0 comes out as 0. (Bolte and Pauwels, Conservative
 * set valued fields, automatic differentiation, stochastic gradient methods and deep learning,
 * 2021.) So where the gradient can be computed anew, it is still a kink, and no error, if the
 * analytic gradients just left and just right of the point are the slopes on these sides.
 *
 * <p>How far the function's values are rounded is measured, not assumed: at the smaller steps
 * nothing else is left of a difference.
 *
 * <p>A kink closer than the last step is taken as one at the point.
 */
final class KinkSearch {
  /** Far enough to leave a kink, too near for a smooth gradient to change by 1e-10. */
  private static final double NUDGE = 1e-11;

  /** Few, because the resolution falls with the step. */
  private static final int SMALLER_STEPS = 2;

  private final Tolerance tolerance;
  private final double largest;
  private final Supplier<INDArray> gradient;

  /**
   * @param largest the largest magnitude among the gradients
   * @param gradient computes the variable's analytic gradient anew; null if it cannot
   */
  KinkSearch(Tolerance tolerance, double largest, Supplier<INDArray> gradient) {
    this.tolerance = tolerance;
    this.largest = largest;
    this.gradient = gradient;
  }

  /** What was found: a verdict, and the numeric value to hold the analytic one against. */
  record Finding(Verdict verdict, double analytic, double numeric, double relativeError) {}

  Finding look(Slice f, double analytic) {
    Floor floor = new Floor(tolerance.relative(), largest, Rounding.measured(f));
    List<Slopes> all = Slopes.shrinking(f, tolerance, floor);
    Slopes last = all.get(all.size() - 1);
    if (last.agree(tolerance)) {
      return smooth(f, analytic, last, floor);
    }
    Slopes settled = settled(all);
    if (settled.equals(last)) {
      double numeric = Differences.central(f, all.get(0).h());
      return new Finding(Verdict.WRONG, analytic, numeric, Double.POSITIVE_INFINITY);
    }
    double low = Math.min(settled.left(), settled.right());
    double high = Math.max(settled.left(), settled.right());
    double nearest = Math.max(low, Math.min(analytic, high));
    return judge(f, analytic, nearest, settled, Verdict.KINK);
  }

  /**
   * A kink within the step may be too slight to part the slopes, and still bend the difference
   * between them: a few smaller steps leave it out.
   */
  private Finding smooth(Slice f, double analytic, Slopes first, Floor floor) {
    Slopes slopes = first;
    Finding finding = judge(f, analytic, Differences.central(f, slopes.h()), slopes, Verdict.OK);
    for (int i = 0; i < SMALLER_STEPS && finding.verdict() == Verdict.WRONG; i++) {
      slopes = slopes.atNextStep(f, floor);
      double numeric = Differences.central(f, slopes.h());
      Finding next = judge(f, analytic, numeric, slopes, Verdict.OK);
      finding = next.verdict() == Verdict.WRONG ? finding : next;
    }
    return finding;
  }

  /** The largest step from which on the slopes stay what they are. */
  private Slopes settled(List<Slopes> all) {
    int i = all.size() - 1;
    while (i > 0 && all.get(i).settledSince(all.get(i - 1), tolerance)) {
      i--;
    }
    return all.get(i);
  }

  private Finding judge(Slice f, double analytic, double numeric, Slopes slopes, Verdict ifEqual) {
    double error = Tolerance.error(analytic, numeric, slopes.floor());
    if (error <= tolerance.relative()) {
      return new Finding(ifEqual, analytic, numeric, error);
    }
    return gradient != null && rightOnBothSides(f, slopes)
        ? new Finding(Verdict.KINK, analytic, numeric, 0)
        : new Finding(Verdict.WRONG, analytic, numeric, error);
  }

  private boolean rightOnBothSides(Slice f, Slopes slopes) {
    double nudge = NUDGE * f.scale();
    return tolerance.agree(f.along(gradient, -nudge), slopes.left(), slopes.floor())
        && tolerance.agree(f.along(gradient, nudge), slopes.right(), slopes.floor());
  }
}
