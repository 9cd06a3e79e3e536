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
    HUNDRED
  }

  /**
   * The signs that can come next.
   *
   * @param row where the next ink stands
   */
  List<Sign> next(Row row) {
    return switch (row) {
      case LINE -> onLine();
      case RAISED -> overStroke() ? List.of(Sign.CENTS) : List.of();
      case LOWERED -> underStroke() ? List.of(Sign.HUNDRED) : List.of();
    };
  }

  private boolean overStroke() {
    return switch (phase) {
      case DOLLARS, AFTER_COMMA -> isWhole();
      case RAISED_CENTS -> digits < 2;
      default -> false;
    };
  }

  private boolean underStroke() {
    return switch (phase) {
      case RAISED_CENTS -> digits == 2;
      case HUNDRED -> digits < 3;
      default -> false;
    };
  }

  private List<Sign> onLine() {
    return switch (phase) {
      case START -> List.of(Sign.CURRENCY, Sign.DOLLARS);
      case AFTER_CURRENCY -> List.of(Sign.DOLLARS);
      case DOLLARS, AFTER_COMMA -> inDollars();
      case AFTER_POINT -> digits < 2 ? List.of(Sign.CENTS) : List.of();
      case RAISED_CENTS -> List.of(digits < 2 ? Sign.CENTS : Sign.SLASH);
      case HUNDRED -> digits < 3 ? List.of(Sign.HUNDRED) : List.of();
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
      case SLASH -> new Grammar(Phase.HUNDRED, 0);
      case DOLLARS ->
          phase == Phase.AFTER_COMMA
              ? new Grammar(phase, digits + 1)
              : new Grammar(Phase.DOLLARS, phase == Phase.DOLLARS ? digits + 1 : 1);
      case CENTS ->
          phase == Phase.AFTER_POINT
              ? new Grammar(phase, digits + 1)
              : new Grammar(Phase.RAISED_CENTS, phase == Phase.RAISED_CENTS ? digits + 1 : 1);
      case HUNDRED -> new Grammar(Phase.HUNDRED, phase == Phase.HUNDRED ? digits + 1 : 1);
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
      case HUNDRED -> -2.0 * (3 - digits);
      default -> Double.NEGATIVE_INFINITY;
    };
  }
}
