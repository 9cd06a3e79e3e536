package org.twinprop.trainer.search;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.deeplearning4j.arbiter.optimize.api.ParameterSpace;
import org.deeplearning4j.arbiter.optimize.distribution.LogUniformDistribution;
import org.deeplearning4j.arbiter.optimize.parameter.continuous.ContinuousParameterSpace;
import org.deeplearning4j.arbiter.optimize.parameter.integer.IntegerParameterSpace;

/**
 * Numbers between two ends. A number that is not whole has four significant digits, so that what a
 * person reads and copies is what was trained with.
 */
final class NumberSpace extends TextSpace {
  private static final MathContext DIGITS = new MathContext(4);

  /** Smaller numbers are written as in 2.5e-4. */
  private static final int SMALLEST_PLAIN_EXPONENT = -3;

  private final ParameterSpace<? extends Number> drawn;
  private final BigDecimal low;
  private final BigDecimal high;

  private NumberSpace(ParameterSpace<? extends Number> drawn, double low, double high) {
    this.drawn = drawn;
    this.low = BigDecimal.valueOf(low);
    this.high = BigDecimal.valueOf(high);
  }

  /** Every factor is as likely as any other: from 0.001 to 0.01 as from 0.01 to 0.1. */
  static NumberSpace log(double low, double high) {
    return new NumberSpace(
        new ContinuousParameterSpace(new LogUniformDistribution(low, high)), low, high);
  }

  /** Every number is as likely as any other. */
  static NumberSpace uniform(double low, double high) {
    return new NumberSpace(new ContinuousParameterSpace(low, high), low, high);
  }

  /** Every whole number is as likely as any other, both ends included. */
  static NumberSpace whole(int low, int high) {
    return new NumberSpace(new IntegerParameterSpace(low, high), low, high);
  }

  @Override
  public String getValue(double[] numbers) {
    Number number = drawn.getValue(numbers);
    return number instanceof Integer ? number.toString() : written(number.doubleValue());
  }

  /** Rounding must not lead beyond an end. */
  private String written(double number) {
    BigDecimal within = new BigDecimal(number).round(DIGITS).max(low).min(high);
    BigDecimal shortest = within.stripTrailingZeros();
    int exponent = shortest.precision() - shortest.scale() - 1;
    return exponent < SMALLEST_PLAIN_EXPONENT && shortest.signum() != 0
        ? shortest.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent
        : shortest.toPlainString();
  }

  @Override
  @SuppressWarnings("rawtypes") // as Arbiter has it
  public List<ParameterSpace> collectLeaves() {
    return List.of(drawn);
  }
}
