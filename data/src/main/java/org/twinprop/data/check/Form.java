package org.twinprop.data.check;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.twinprop.data.pen.Chance;

/** The printed part of a check. */
final class Form {
  private static final List<Color> PRINT =
      List.of(new Color(30, 30, 34), new Color(34, 52, 92), new Color(60, 42, 38));

  private static final Color MAGNETIC = new Color(26, 26, 28);

  /** The size of the font that says what a line is for. */
  private static final double LABEL = 14;

  private final FormPlaces places;
  private final Typeface font;
  private final DollarSign sign;
  private final Chance chance;
  private final Names names;
  private final Color color;

  Form(CheckContent content, Chance chance) {
    this.places = content.layout().places();
    this.font = content.font();
    this.sign = content.sign();
    this.names = content.names();
    this.chance = chance;
    this.color = chance.oneOf(PRINT);
  }

  /** Prints the box for the amount alone. */
  void printBox(BufferedImage sheet) {
    Graphics2D graphics = Paper.graphics(sheet);
    graphics.setColor(color);
    amountBox(graphics);
    graphics.dispose();
  }

  /** Prints everything but what a person writes. */
  void print(BufferedImage sheet) {
    printBox(sheet);
    Graphics2D graphics = Paper.graphics(sheet);
    graphics.setColor(color);
    text(graphics, names.payer(), places.payer().x(), places.payer().baseline(), 26);
    text(graphics, names.street(), places.payer().x(), places.payer().baseline() + 26, 18);
    text(graphics, names.town(), places.payer().x(), places.payer().baseline() + 48, 18);
    text(graphics, names.number(), places.number().x(), places.number().baseline(), 24);
    text(graphics, names.bank(), places.bank().x(), places.bank().baseline(), 24);
    line(graphics, places.date(), "DATE");
    line(graphics, places.payee(), "PAY TO THE ORDER OF");
    line(graphics, places.words(), " ");
    double behindWords = places.words().x() + places.words().length() + 8;
    text(graphics, "DOLLARS", behindWords, places.words().baseline(), 16);
    line(graphics, places.memo(), "MEMO");
    line(graphics, places.signature(), " ");
    micr(graphics);
    graphics.dispose();
  }

  private void amountBox(Graphics2D graphics) {
    Rectangle2D box = places.amount().rectangle();
    double corner = chance.happens(0.3) ? 14 : 0;
    Shape outline =
        new RoundRectangle2D.Double(
            box.getX(), box.getY(), box.getWidth(), box.getHeight(), corner, corner);
    if (chance.happens(0.6)) {
      graphics.setColor(new Color(252, 252, 250));
      graphics.fill(outline);
      graphics.setColor(color);
    }
    graphics.setStroke(new BasicStroke((float) chance.between(1.2, 3)));
    graphics.draw(outline);
    double baseline = box.getMaxY() - 16;
    if (sign == DollarSign.PRINTED_OUTSIDE) {
      text(graphics, "$", box.getX() - 30, baseline, 40);
    } else if (sign == DollarSign.PRINTED_INSIDE) {
      text(graphics, "$", box.getX() + 8, baseline, 40);
    }
  }

  /** The part of the box that is left to write in. */
  Rectangle2D room() {
    Rectangle2D box = places.amount().rectangle();
    double taken = sign == DollarSign.PRINTED_INSIDE ? 38 : 8;
    return new Rectangle2D.Double(
        box.getX() + taken, box.getY() + 5, box.getWidth() - taken - 8, box.getHeight() - 10);
  }

  private void line(Graphics2D graphics, FormPlaces.Line line, String label) {
    graphics.setStroke(new BasicStroke(1.5f));
    double y = line.baseline() + 6;
    graphics.draw(new Line2D.Double(line.x(), y, line.x() + line.length(), y));
    double size = Math.min(LABEL, LABEL * (line.x() - 26) / font.width(label, LABEL));
    text(graphics, label, line.x() - font.width(label, size) - 6, line.baseline() + 4, size);
  }

  private void micr(Graphics2D graphics) {
    graphics.setColor(MAGNETIC);
    graphics.fill(Micr.outline(names.micr(), 190, Layout.MICR_BASELINE));
  }

  private void text(Graphics2D graphics, String text, double x, double baseline, double size) {
    graphics.fill(font.outline(text, x, baseline, size));
  }
}
