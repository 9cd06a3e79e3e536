package org.twinprop.data.reading;

import java.util.List;

/**
 * How amounts are written: {@code 1,234.56}, {@code 1234 56/100}, or with small cents over a level
 * stroke. Each place says what may come next.
 *
 * @param phase where in an amount
 * @param digits that were written since it began
 */
record Grammar(Phase phase, int digits) {
  static final Grammar START = new Grammar(Phase.START, 0);

  private static final int MOST_DOLLAR_DIGITS = 6;

  /** The parts of an amount. */
  enum Phase {
    START,
    AFTER_CURRENCY,
    DOLLARS,
    AFTER_COMMA,
    AFTER_POINT,
    RAISED_CENTS,
    AFTER_SLASH
  }

  /** The signs that can come next. */
  List<Sign> next(boolean raised) {
    if (raised) {
      return switch (phase) {
        case DOLLARS, AFTER_COMMA -> isWhole() ? List.of(Sign.CENTS) : List.of();
        case RAISED_CENTS -> digits < 2 ? List.of(Sign.CENTS) : List.of();
        default -> List.of();
      };
    }
    return switch (phase) {
      case START -> List.of(Sign.CURRENCY, Sign.DOLLARS);
      case AFTER_CURRENCY -> List.of(Sign.DOLLARS);
      case DOLLARS, AFTER_COMMA -> inDollars();
      case AFTER_POINT -> digits < 2 ? List.of(Sign.CENTS) : List.of();
      case RAISED_CENTS -> List.of(digits < 2 ? Sign.CENTS : Sign.SLASH);
      case AFTER_SLASH -> digits < 3 ? List.of(Sign.HUNDRED) : List.of();
    };
  }

  private List<Sign> inDollars() {
    if (!isWhole()) {
      return List.of(Sign.DOLLARS);
    }
    if (phase == Phase.AFTER_COMMA) {
      return List.of(Sign.POINT, Sign.CENTS);
    }
    return digits == MOST_DOLLAR_DIGITS
        ? List.of(Sign.POINT, Sign.CENTS)
        : digits <= 3
            ? List.of(Sign.DOLLARS, Sign.COMMA, Sign.POINT, Sign.CENTS)
            : List.of(Sign.DOLLARS, Sign.POINT, Sign.CENTS);
  }

  /** Whether the dollars could end here. */
  private boolean isWhole() {
    return phase == Phase.AFTER_COMMA ? digits == 3 : digits > 0;
  }

  /** The place behind a sign. */
  Grammar after(Sign sign) {
    return switch (sign) {
      case NOTHING -> this;
      case CURRENCY -> new Grammar(Phase.AFTER_CURRENCY, 0);
      case COMMA -> new Grammar(Phase.AFTER_COMMA, 0);
      case POINT -> new Grammar(Phase.AFTER_POINT, 0);
      case SLASH -> new Grammar(Phase.AFTER_SLASH, 0);
      case DOLLARS ->
          phase == Phase.AFTER_COMMA
              ? new Grammar(phase, digits + 1)
              : new Grammar(Phase.DOLLARS, phase == Phase.DOLLARS ? digits + 1 : 1);
      case CENTS ->
          phase == Phase.AFTER_POINT
              ? new Grammar(phase, digits + 1)
              : new Grammar(Phase.RAISED_CENTS, phase == Phase.RAISED_CENTS ? digits + 1 : 1);
      case HUNDRED -> new Grammar(phase, digits + 1);
    };
  }

  /**
   * How likely it is that an amount ends here, as a logarithm; negative infinity if it cannot.
   *
   * @param overStroke whether the cents stood over a level stroke
   */
  double end(boolean overStroke) {
    return switch (phase) {
      case DOLLARS, AFTER_COMMA -> isWhole() ? -6 : Double.NEGATIVE_INFINITY;
      case AFTER_POINT -> digits == 2 ? 0 : Double.NEGATIVE_INFINITY;
      case RAISED_CENTS -> digits < 2 ? Double.NEGATIVE_INFINITY : overStroke ? 0 : -4;
      case AFTER_SLASH -> -2.0 * (3 - digits);
      default -> Double.NEGATIVE_INFINITY;
    };
  }
}
