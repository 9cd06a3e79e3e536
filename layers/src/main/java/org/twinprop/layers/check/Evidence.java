package org.twinprop.layers.check;

import java.util.List;
import java.util.Optional;
import org.twinprop.layers.check.KinkSearch.Finding;

/**
 * What slopes measured at several steps prove about an analytic gradient, if anything. Those that
 * are least in doubt decide:
 *
 * <pre>
 * OK      error &lt;= tolerance or resolution, and no kink parts the slopes
 * WRONG   error >  tolerance and resolution, and > 3 times what parts the slopes
 * </pre>
 *
 * In between, a kink within the step can be the whole difference, and they cannot decide. Nor can
 * they if the resolution is worse than a ten-thousandth of the gradient: gradients that are clearly
 * wrong would pass.
 *
 * @param floor what small entries are measured against
 */
record Evidence(Floor floor) {
  private static final double CLEARLY = 3;
  private static final double DECISIVE = 1e-4;

  /** The verdict OK or WRONG, if the slopes prove one. */
  Optional<Finding> of(List<Slopes> steps, double analytic) {
    Slopes surest = Slopes.surest(steps);
    double numeric = surest.central();
    double scale = floor.scale(analytic, numeric);
    double allowed = Math.max(floor.relative() * scale, surest.resolution());
    double error = Math.abs(analytic - numeric);
    if (!Double.isFinite(analytic)) {
      return Optional.of(finding(Verdict.WRONG, analytic, numeric, surest.resolution()));
    }
    if (error <= allowed && surest.spread() <= CLEARLY * allowed) {
      return surest.resolution() <= DECISIVE * scale
          ? Optional.of(finding(Verdict.OK, analytic, numeric, surest.resolution()))
          : Optional.empty();
    }
    return error > allowed && error > CLEARLY * surest.spread()
        ? Optional.of(finding(Verdict.WRONG, analytic, numeric, surest.resolution()))
        : Optional.empty();
  }

  /**
   * What the slopes of both sides say of a kink at the point itself: any number between the slopes
   * is a subgradient.
   */
  Finding between(Slopes.Side left, Slopes.Side right, double analytic) {
    double low = Math.min(left.slope(), right.slope());
    double high = Math.max(left.slope(), right.slope());
    double nearest = Math.max(low, Math.min(analytic, high));
    double doubt = left.doubt() + right.doubt();
    double allowed = Math.max(floor.relative() * floor.scale(analytic, nearest), CLEARLY * doubt);
    boolean subgradient = Math.abs(analytic - nearest) <= allowed;
    return finding(subgradient ? Verdict.KINK : Verdict.WRONG, analytic, nearest, CLEARLY * doubt);
  }

  /** Whether the slopes of both sides differ for sure: then the point itself is a kink. */
  boolean parts(Slopes.Side left, Slopes.Side right) {
    return Math.abs(left.slope() - right.slope()) > CLEARLY * (left.doubt() + right.doubt());
  }

  private Finding finding(Verdict verdict, double analytic, double numeric, double resolution) {
    double error = Tolerance.error(analytic, numeric, floor.at(resolution));
    return new Finding(verdict, analytic, numeric, error);
  }
}
