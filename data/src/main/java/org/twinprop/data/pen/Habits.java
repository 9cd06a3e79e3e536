package org.twinprop.data.pen;

/**
 * What the styles of one population's writers are drawn from; the quantities are those of {@link
 * Style}. The numbers are chosen by eye so that a person reads every population without trouble,
 * and so that a small convolutional network makes clearly more mistakes with the hurried one.
 */
record Habits(
    Variation slant,
    Variation tilt,
    Variation aspect,
    Variation bow,
    Variation waist,
    Variation penRadius,
    Variation pressure,
    Variation tremor,
    Variation rounding,
    Variation closure,
    Variation ownShape,
    Variation wobble) {

  private static final Habits UPRIGHT_PRINT =
      new Habits(
          /* slant= */ new Variation(0.02, 0.06),
          /* tilt= */ new Variation(0, 0.03),
          /* aspect= */ new Variation(1.0, 0.14),
          /* bow= */ new Variation(0, 0.015),
          /* waist= */ new Variation(0, 0.03),
          /* penRadius= */ new Variation(1.3, 0.2),
          /* pressure= */ new Variation(0.05, 0.04),
          /* tremor= */ new Variation(0.009, 0.004),
          /* rounding= */ new Variation(0.02, 0.01),
          /* closure= */ new Variation(0.00, 0.02),
          /* ownShape= */ new Variation(0.03, 0.007),
          /* wobble= */ new Variation(0.014, 0.004));

  private static final Habits SLANTED_CURSIVE =
      new Habits(
          /* slant= */ new Variation(0.32, 0.09),
          /* tilt= */ new Variation(0, 0.04),
          /* aspect= */ new Variation(0.95, 0.13),
          /* bow= */ new Variation(0, 0.03),
          /* waist= */ new Variation(0, 0.03),
          /* penRadius= */ new Variation(1.2, 0.2),
          /* pressure= */ new Variation(0.18, 0.06),
          /* tremor= */ new Variation(0.016, 0.006),
          /* rounding= */ new Variation(0.05, 0.015),
          /* closure= */ new Variation(-0.01, 0.03),
          /* ownShape= */ new Variation(0.034, 0.007),
          /* wobble= */ new Variation(0.02, 0.004));

  private static final Habits HURRIED =
      new Habits(
          /* slant= */ new Variation(0.2, 0.15),
          /* tilt= */ new Variation(0, 0.07),
          /* aspect= */ new Variation(1.0, 0.16),
          /* bow= */ new Variation(0, 0.03),
          /* waist= */ new Variation(0, 0.04),
          /* penRadius= */ new Variation(1.1, 0.2),
          /* pressure= */ new Variation(0.1, 0.06),
          /* tremor= */ new Variation(0.032, 0.01),
          /* rounding= */ new Variation(0.06, 0.02),
          /* closure= */ new Variation(-0.1, 0.05),
          /* ownShape= */ new Variation(0.036, 0.007),
          /* wobble= */ new Variation(0.026, 0.005));

  /** What is usual in one population. */
  static Habits of(Population population) {
    return switch (population) {
      case UPRIGHT_PRINT -> UPRIGHT_PRINT;
      case SLANTED_CURSIVE -> SLANTED_CURSIVE;
      case HURRIED -> HURRIED;
    };
  }

  /** The style of one writer, kept for life. */
  Style newWriter(Chance chance) {
    return new Style(
        slant.draw(chance),
        tilt.draw(chance),
        aspect.drawPositive(chance),
        bow.draw(chance),
        waist.draw(chance),
        penRadius.drawPositive(chance),
        pressure.drawPositive(chance),
        tremor.drawPositive(chance),
        rounding.drawPositive(chance),
        closure.draw(chance),
        ownShape.drawPositive(chance),
        wobble.drawPositive(chance));
  }
}
