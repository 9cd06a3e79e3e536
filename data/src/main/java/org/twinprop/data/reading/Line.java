package org.twinprop.data.reading;

/**
 * The line that digits stand on, as far as it can be guessed.
 *
 * @param height of a digit, in pixels
 * @param base its row
 * @param stroke the width of a stroke
 */
record Line(double height, double base, double stroke) {
  private static final double FURTHEST = 4;

  /** How likely the shape and place of a large digit are, as a logarithm. */
  double digit(Box box, int digit) {
    return normal(box.height() / height, 1, box.height() > height ? 0.1 : 0.14)
        + normal((box.bottom() - base) / height, 0, 0.09)
        + width(box, digit);
  }

  /** The same for a small, raised digit of the cents. */
  double raised(Box box, int digit) {
    double share = box.height() / height;
    return normal(share, 0.59, 0.09)
        + normal((base - box.bottom()) / height, 0.48, 0.13)
        + width(box, digit);
  }

  /** The same for a small digit of the hundred under the cents. */
  double lowered(Box box, int digit) {
    return normal(box.height() / height, 0.48, 0.07)
        + normal((box.bottom() - base) / height, 0.08, 0.09)
        + width(box, digit);
  }

  private static double width(Box box, int digit) {
    double share = box.width() / (double) box.height();
    return digit == 1 ? normal(share, 0.3, 0.25) : normal(share, 0.68, 0.25);
  }

  double comma(Box box) {
    return normal(box.height() / height, 0.33, 0.08)
        + normal((box.bottom() - base) / height, 0.24, 0.1)
        + normal(box.width() / height, 0.2, 0.08);
  }

  double point(Box box) {
    return normal(box.height() / height, 0.16, 0.05)
        + normal((box.centreY() - base) / height, -0.04, 0.09)
        + normal(box.width() / height, 0.16, 0.05);
  }

  double slash(Box box) {
    return normal(box.height() / height, 1.2, 0.12)
        + normal((box.bottom() - base) / height, 0.13, 0.1)
        + normal(box.width() / height, 0.5, 0.15);
  }

  /** What it costs to leave ink unread. */
  double nothing(int area) {
    return -2 - 9 * area / (height * stroke);
  }

  /** Far off is far off: one bad measure alone forbids nothing. */
  private static double normal(double value, double mean, double deviation) {
    double z = (value - mean) / deviation;
    return Math.max(-FURTHEST * FURTHEST / 2, -z * z / 2);
  }
}
