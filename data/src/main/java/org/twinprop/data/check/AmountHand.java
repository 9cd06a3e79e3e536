package org.twinprop.data.check;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.twinprop.data.pen.Chance;

/** A writer's hand at the amount: digits from the writer's own, all else in strokes as wide. */
final class AmountHand {
  private static final double GAP = 3.6;
  private static final double SMALLEST_GAP = 1.6;

  /** How often digits touch at severity 1, between any two. */
  private static final double TOUCHING = 0.5;

  private final CheckWriter writer;
  private final Chance chance;
  private final double uneven;
  private final double touching;
  private final double gap;
  private final double drift;
  private final Map<Integer, List<Integer>> unused = new HashMap<>();

  AmountHand(CheckWriter writer, Chance chance, double uneven, double touching) {
    this.writer = writer;
    this.chance = chance;
    this.uneven = uneven;
    this.touching = touching;
    this.gap = GAP * chance.between(0.8, 1.3);
    this.drift = 0.03 * uneven * chance.bell();
  }

  /** Writes an amount. */
  AmountLine write(Amount amount, boolean dollarSign) {
    AmountLine line = new AmountLine(penWidth(amount));
    if (dollarSign) {
      dollarSign(line);
    }
    List<Integer> dollars = amount.dollarDigits();
    for (int i = 0; i < dollars.size(); i++) {
      boolean comma = amount.comma() && i > 0 && (dollars.size() - i) % 3 == 0;
      if (comma) {
        comma(line);
      }
      append(line, dollars.get(i), DigitRole.DOLLARS, 1, 0, i > 0 && !comma);
    }
    switch (amount.style()) {
      case POINT -> point(line, amount);
      case UNDERLINED -> underlined(line, amount);
      case SLANTED_FRACTION -> slantedFraction(line, amount);
      case LEVEL_FRACTION -> levelFraction(line, amount);
    }
    return line;
  }

  /** The width of the lines of the writer's digits. */
  private double penWidth(Amount amount) {
    return amount.dollarDigits().stream()
        .mapToDouble(digit -> writer.image(writer.rows(digit).get(0)).strokeWidth())
        .average()
        .orElseThrow();
  }

  private void append(
      AmountLine line, int digit, DigitRole role, double scale, double baseline, boolean mayTouch) {
    boolean touches = chance.happens(TOUCHING * touching) && mayTouch;
    double distance = Math.max(SMALLEST_GAP, gap + 1.2 * uneven * chance.bell());
    double overlap = -chance.between(0.3, 1.2);
    if (touches) {
      line.touch();
    }
    int example = example(digit);
    line.append(
        digit,
        role,
        example,
        writer.image(example),
        scale * (1 + 0.1 * uneven * chance.bell()),
        wavering(baseline, line.end()),
        touches ? overlap : scale * distance);
  }

  private double wavering(double baseline, double x) {
    return baseline + drift * x + 1.2 * uneven * chance.bell();
  }

  /** Another example of the digit each time, as long as there are others. */
  private int example(int digit) {
    List<Integer> left = unused.computeIfAbsent(digit, key -> new ArrayList<>(writer.rows(digit)));
    if (left.isEmpty()) {
      left.addAll(writer.rows(digit));
    }
    return left.remove(chance.below(left.size()));
  }

  private void dollarSign(AmountLine line) {
    double x = 0;
    Path2D curve = path(x + 9, -14);
    curve.curveTo(x + 7, -19, x - 1, -17, x + 1, -12.5);
    curve.curveTo(x + 2.5, -9.5, x + 10, -9.5, x + 9, -4.5);
    curve.curveTo(x + 8, 0.5, x + 1, 0, x - 0.5, -4);
    line.draw(curve);
    Path2D bar = path(x + 5.5, -22 + chance.bell());
    bar.lineTo(x + 4, 3 + chance.bell());
    line.draw(bar);
  }

  private void comma(AmountLine line) {
    double x = line.end() + 2 + chance.uniform();
    Path2D comma = path(x, -1.5 + 0.5 * chance.bell());
    double length = chance.between(3.5, 6);
    comma.quadTo(x + 0.6, 1, x - 1.6, -1 + length);
    line.draw(comma);
  }

  private void point(AmountLine line, Amount amount) {
    double x = line.end() + 2.5 + chance.uniform();
    Path2D point = path(x, -1 + 0.4 * chance.bell());
    point.lineTo(x + chance.between(0, 0.8), -0.6);
    line.draw(point);
    cents(line, amount, 1, 0, true);
  }

  private void cents(AmountLine line, Amount amount, double scale, double baseline, boolean first) {
    boolean mayTouch = !first;
    for (int digit : amount.centDigits()) {
      append(line, digit, DigitRole.CENTS, scale, baseline, mayTouch);
      mayTouch = true;
    }
  }

  private void underlined(AmountLine line, Amount amount) {
    double scale = chance.between(0.58, 0.72);
    double baseline = -AmountLine.DIGIT * (1 - scale) - chance.between(0, 2);
    double left = line.end() + gap;
    startAt(line, amount, scale, baseline, left);
    double y = baseline + 2.5 + line.penWidth() / 2;
    int lines = chance.happens(0.3) ? 2 : 1;
    double end = line.end();
    for (int i = 0; i < lines; i++) {
      line.draw(nearlyLevel(left - 0.5, end + 1, y + 3.6 * i));
    }
  }

  private Path2D nearlyLevel(double from, double to, double y) {
    Path2D stroke = path(from, y + 0.5 * chance.bell());
    stroke.quadTo(
        (from + to) / 2, y + 0.6 * chance.bell(), to + chance.bell(), y + 0.7 * chance.bell());
    return stroke;
  }

  private void startAt(AmountLine line, Amount amount, double scale, double baseline, double left) {
    int first = amount.centDigits().get(0);
    int example = example(first);
    line.appendAt(first, DigitRole.CENTS, example, writer.image(example), scale, baseline, left);
    append(line, amount.centDigits().get(1), DigitRole.CENTS, scale, baseline, true);
  }

  private void slantedFraction(AmountLine line, Amount amount) {
    double scale = chance.between(0.52, 0.62);
    startAt(line, amount, scale, -AmountLine.DIGIT * (1 - scale) - 1, line.end() + gap);
    double x = line.end() + 1.5;
    Path2D slash = path(x + 7 + chance.bell(), -AmountLine.DIGIT - 1);
    slash.quadTo(x + 4 + 0.5 * chance.bell(), -10, x - 1 + chance.bell(), 2);
    line.draw(slash);
    hundred(line, 0.85 * scale, 2, x + 4 + line.penWidth() / 2);
  }

  private void hundred(AmountLine line, double scale, double baseline, double left) {
    int example = example(1);
    line.appendAt(1, DigitRole.HUNDRED, example, writer.image(example), scale, baseline, left);
    append(line, 0, DigitRole.HUNDRED, scale, baseline, true);
    append(line, 0, DigitRole.HUNDRED, scale, baseline, true);
  }

  private void levelFraction(AmountLine line, Amount amount) {
    double scale = chance.between(0.5, 0.58);
    double left = line.end() + gap + 1;
    double middle = -AmountLine.DIGIT / 2 + chance.between(-1, 1);
    double room = 1.2 + line.penWidth() / 2;
    startAt(line, amount, scale, middle - room - 0.5, left + 2);
    double lower = 0.8 * scale;
    double below = middle + room + lower * AmountLine.DIGIT + 0.8;
    hundred(line, lower, below, left);
    line.draw(nearlyLevel(left - 1, line.end() + 1, middle));
  }

  private static Path2D path(double x, double y) {
    Path2D path = new Path2D.Double();
    path.moveTo(x, y);
    return path;
  }
}
