package org.twinprop.layers.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.check.KinkSearch.Finding;

/**
 * The analytic gradient just left and just right of a point where kinks are, compared with
 * differences there.
 */
final class NearbyGradient {
  /** Shares of the step within which a side's slope was sure. */
  private static final double[] PLACES = {0x1p-1, 0x1p-3, 0x1p-5};

  private static final int SMALLER_STEPS = 3;

  private final Slice f;
  private final Evidence evidence;
  private final Supplier<INDArray> gradient;
  private final double rounding;

  NearbyGradient(Slice f, Evidence evidence, Supplier<INDArray> gradient, double rounding) {
    this.f = f;
    this.evidence = evidence;
    this.gradient = gradient;
    this.rounding = rounding;
  }

  /**
   * At a point that is surely a kink, slopes at the point prove nothing against a gradient that the
   * chain rule put together of several kinks, as of ties in max pooling: there the sides alone can.
   *
   * @param atPoint what was proven at the point itself: WRONG, or nothing
   * @return WRONG if a side proves it, or the point where no kink is sure, unless both sides are
   *     right; else KINK
   */
  Finding judge(Optional<Finding> atPoint, double analytic, Slopes.Side left, Slopes.Side right) {
    List<Finding> sides = new ArrayList<>();
    at(-left.h()).ifPresent(sides::add);
    at(right.h()).ifPresent(sides::add);
    boolean bothRight =
        sides.size() == 2 && sides.stream().allMatch(side -> side.verdict() == Verdict.OK);
    Optional<Finding> wrong =
        sides.stream()
            .filter(side -> side.verdict() == Verdict.WRONG)
            .findFirst()
            .or(() -> evidence.parts(left, right) ? Optional.empty() : atPoint);
    return wrong.isPresent() && !bothRight
        ? wrong.get()
        : new Finding(Verdict.KINK, analytic, analytic, 0);
  }

  /** What is proven first at a few places between the point and {@code h}. */
  private Optional<Finding> at(double h) {
    for (double place : PLACES) {
      Slice there = f.from(place * h);
      double step = Math.abs(place * h) / 2;
      List<Slopes> steps = Slopes.shrinking(there, step, rounding, SMALLER_STEPS);
      Optional<Finding> found = evidence.of(steps, there.along(gradient));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
