package org.twinprop.data.check;

import java.awt.geom.Path2D;
import java.util.List;
import org.twinprop.data.pen.Chance;

/** A writer's hand at the cents, in any of the ways to write them. */
final class CentsHand {
  private static final double DIGIT = AmountLine.DIGIT;

  private final DigitHand digits;
  private final Chance chance;
  private final AmountLine line;
  private final List<Integer> cents;

  /**
   * @param line that ends with the dollars
   * @param cents their two digits
   */
  CentsHand(DigitHand digits, AmountLine line, List<Integer> cents) {
    this.digits = digits;
    this.chance = digits.chance();
    this.line = line;
    this.cents = cents;
  }

  void write(CentsStyle style) {
    switch (style) {
      case POINT -> point();
      case UNDERLINED -> underlined();
      case SLANTED_FRACTION -> slantedFraction();
      case LEVEL_FRACTION -> levelFraction();
    }
  }

  private void point() {
    double x = line.end() + 2.5 + chance.uniform();
    Path2D point = path(x, -1 + 0.4 * chance.bell());
    point.lineTo(x + chance.between(0, 0.8), -0.6);
    line.draw(point);
    digits.append(line, cents.get(0), DigitRole.CENTS, 1, 0, false);
    digits.append(line, cents.get(1), DigitRole.CENTS, 1, 0, true);
  }

  private void underlined() {
    double scale = chance.between(0.58, 0.72);
    double baseline = -DIGIT * (1 - scale) - chance.between(0, 2);
    double left = line.end() + digits.gap();
    small(scale, baseline, left);
    double y = baseline + 2.5 + line.penWidth() / 2;
    double end = line.end();
    boolean twice = chance.happens(0.3);
    line.draw(nearlyLevel(left - 0.5, end + 1, y));
    if (twice) {
      line.draw(nearlyLevel(left - 0.5, end + 1, y + 3.6));
    }
  }

  private void slantedFraction() {
    double scale = chance.between(0.52, 0.62);
    small(scale, -DIGIT * (1 - scale) - 1, line.end() + digits.gap());
    double x = line.end() + 1.5;
    Path2D slash = path(x + 7 + chance.bell(), -DIGIT - 1);
    slash.quadTo(x + 4 + 0.5 * chance.bell(), -10, x - 1 + chance.bell(), 2);
    line.draw(slash);
    hundred(0.85 * scale, 2, x + 4 + line.penWidth() / 2);
  }

  private void levelFraction() {
    double scale = chance.between(0.5, 0.58);
    double left = line.end() + digits.gap() + 1;
    double middle = -DIGIT / 2 + chance.between(-1, 1);
    double room = 1.2 + line.penWidth() / 2;
    small(scale, middle - room - 0.5, left + 2);
    double lower = 0.8 * scale;
    hundred(lower, middle + room + lower * DIGIT + 0.8, left);
    line.draw(nearlyLevel(left - 1, line.end() + 1, middle));
  }

  /** The two digits of the cents, small. */
  private void small(double scale, double baseline, double left) {
    digits.appendAt(line, cents.get(0), DigitRole.CENTS, scale, baseline, left);
    digits.append(line, cents.get(1), DigitRole.CENTS, scale, baseline, true);
  }

  private void hundred(double scale, double baseline, double left) {
    digits.appendAt(line, 1, DigitRole.HUNDRED, scale, baseline, left);
    digits.append(line, 0, DigitRole.HUNDRED, scale, baseline, true);
    digits.append(line, 0, DigitRole.HUNDRED, scale, baseline, true);
  }

  private Path2D nearlyLevel(double from, double to, double y) {
    Path2D stroke = path(from, y + 0.5 * chance.bell());
    stroke.quadTo(
        (from + to) / 2, y + 0.6 * chance.bell(), to + chance.bell(), y + 0.7 * chance.bell());
    return stroke;
  }

  private static Path2D path(double x, double y) {
    Path2D path = new Path2D.Double();
    path.moveTo(x, y);
    return path;
  }
}
