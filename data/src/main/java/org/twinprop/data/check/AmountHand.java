package org.twinprop.data.check;

import java.awt.geom.Path2D;
import java.util.List;
import org.twinprop.data.pen.Chance;

/** A writer's hand at the amount: digits from the writer's own, all else in strokes as wide. */
final class AmountHand {
  private final DigitHand digits;
  private final Chance chance;

  AmountHand(DigitHand digits) {
    this.digits = digits;
    this.chance = digits.chance();
  }

  /**
   * Writes an amount.
   *
   * @param dollarSign whether it begins with one
   */
  AmountLine write(Amount amount, boolean dollarSign) {
    List<Integer> dollars = amount.dollarDigits();
    AmountLine line = new AmountLine(digits.penWidth(dollars));
    if (dollarSign) {
      dollarSign(line);
    }
    for (int i = 0; i < dollars.size(); i++) {
      boolean comma = amount.comma() && i > 0 && (dollars.size() - i) % 3 == 0;
      if (comma) {
        comma(line);
      }
      digits.append(line, dollars.get(i), DigitRole.DOLLARS, 1, 0, i > 0 && !comma);
    }
    new CentsHand(digits, line, amount.centDigits()).write(amount.style());
    return line;
  }

  private void dollarSign(AmountLine line) {
    Path2D curve = new Path2D.Double();
    curve.moveTo(9, -14);
    curve.curveTo(7, -19, -1, -17, 1, -12.5);
    curve.curveTo(2.5, -9.5, 10, -9.5, 9, -4.5);
    curve.curveTo(8, 0.5, 1, 0, -0.5, -4);
    line.draw(curve);
    Path2D bar = new Path2D.Double();
    bar.moveTo(5.5, -22 + chance.bell());
    bar.lineTo(4, 3 + chance.bell());
    line.draw(bar);
  }

  private void comma(AmountLine line) {
    double x = line.end() + 2 + chance.uniform();
    double length = chance.between(3.5, 6);
    Path2D comma = new Path2D.Double();
    comma.moveTo(x, -1.5 + 0.5 * chance.bell());
    comma.quadTo(x + 0.6, 1, x - 1.6, -1 + length);
    line.draw(comma);
  }
}
