package org.twinprop.experiments.curves;

import org.twinprop.trainer.evaluation.statistics.Estimate;
import org.twinprop.trainer.evaluation.statistics.Spread;

/**
 * On which side of the trade-off between bias and variance a network is. Of its validation error,
 * the training error is what it cannot even fit (bias, and noise that nothing could fit), and the
 * gap between both is what it fits that does not carry over (variance). The larger part names the
 * side, but only where it is the larger one for all gaps that the spread over seeds and the number
 * of validation examples allow:
 *
 * <pre>
 * gap = mean over seeds of (validation error - training error)
 * half-width of its interval: sqrt(h_s^2 + h_v^2),   h_s = t deviation / sqrt(seeds),
 *                                                    h_v = 1.96 times the validation error's own
 *                                                          standard error
 * </pre>
 *
 * <p>Source: Geman, Bienenstock, Doursat, Neural Networks and the Bias/Variance Dilemma (1992),
 * section 3; the gap as its visible sign: Goodfellow, Bengio, Courville, Deep Learning (2016),
 * section 5.4.4.
 *
 * @param side of the trade-off
 * @param validation the mean validation error
 * @param training the mean training error
 * @param gap between both, with its 95% interval
 */
record TradeOff(Side side, double validation, double training, Estimate gap) {
  private static final double NORMAL = 1.96;

  /** Where most of the validation error comes from. */
  enum Side {
    /** Most of it is training error. */
    BIAS,
    /** Most of it is the gap. */
    VARIANCE,
    /** It cannot be told. */
    UNKNOWN
  }

  /**
   * @param place with its seeds
   * @param standardError of the validation error of one training, from its examples
   */
  static TradeOff of(Place place, double standardError) {
    double validation = place.validation().mean();
    Spread gap = place.gap();
    Estimate overSeeds = gap.meanInterval();
    double half = Math.hypot(overSeeds.high() - overSeeds.value(), NORMAL * standardError);
    Estimate estimate = new Estimate(gap.mean(), gap.mean() - half, gap.mean() + half);
    return new TradeOff(side(estimate, validation), validation, place.training().mean(), estimate);
  }

  private static Side side(Estimate gap, double validation) {
    if (gap.low() > validation / 2) {
      return Side.VARIANCE;
    }
    return gap.high() < validation / 2 ? Side.BIAS : Side.UNKNOWN;
  }
}
