package org.twinprop.data.check;

import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.twinprop.data.pen.Chance;

/**
 * A check as it was printed and written, before anything looks at it.
 *
 * @param image the whole of it and nothing else
 * @param amountField the box for the amount, on the image
 * @param digits those of the amount, as they stand on the image
 */
record CheckSheet(BufferedImage image, Quad amountField, List<DigitTruth> digits) {
  /** Around the box for the amount, in pixels. */
  private static final int MARGIN = 12;

  /**
   * Prints and writes.
   *
   * @param hand draws how it is written
   * @param print draws how it is printed
   */
  static CheckSheet compose(
      CheckContent content, Severities severities, Chance hand, Chance print) {
    Rectangle all = new Rectangle(0, 0, Layout.WIDTH, Layout.HEIGHT);
    return compose(content, severities, hand, print, all, true);
  }

  /** The same, but with nothing on it save the amount in its box, as it is on the whole. */
  static CheckSheet composeAmount(
      CheckContent content, Severities severities, Chance hand, Chance print) {
    return compose(content, severities, hand, print, aroundAmount(content), false);
  }

  /** The box for the amount with a margin, in whole pixels. */
  static Rectangle aroundAmount(CheckContent content) {
    Rectangle part = content.layout().places().amount().rectangle().getBounds();
    part.grow(MARGIN, MARGIN);
    return part;
  }

  private static CheckSheet compose(
      CheckContent content,
      Severities severities,
      Chance hand,
      Chance print,
      Rectangle part,
      boolean whole) {
    Paper paper = new Paper(print.split(), severities.get(DamageKind.BACKGROUND_PATTERN));
    BufferedImage sheet = paper.sheet(part);
    Form form = new Form(content, print.split());
    InkLayer ink = new InkLayer(Layout.WIDTH, Layout.HEIGHT);
    AmountLine line = amount(content, severities, hand.split());
    AffineTransform place = place(line, form.room(), hand.split());
    List<Rectangle2D> boxes = line.drawOn(ink, place);
    if (whole) {
      form.print(sheet);
      double penWidth = line.penWidth() * Math.sqrt(place.getDeterminant());
      new WrittenLines(ink, penWidth, content.writer(), hand.split()).fill(content);
    } else {
      form.printBox(sheet);
    }
    ink.soak(sheet, content.ink().color(severities.get(DamageKind.FAINT_INK)), part);
    return new CheckSheet(
        sheet, field(content.layout().places().amount().rectangle()), digits(line.digits(), boxes));
  }

  private static AmountLine amount(CheckContent content, Severities severities, Chance hand) {
    DigitHand digits =
        new DigitHand(
            content.writer(),
            hand,
            severities.get(DamageKind.UNEVEN_WRITING),
            severities.get(DamageKind.TOUCHING_DIGITS));
    return new AmountHand(digits).write(content.amount(), content.sign() == DollarSign.WRITTEN);
  }

  /** As large as the writer likes, but within the room. */
  private static AffineTransform place(AmountLine line, Rectangle2D room, Chance chance) {
    Rectangle2D bounds = line.bounds();
    double liked = chance.between(0.62, 0.8) * room.getHeight() / AmountLine.DIGIT;
    double fitting =
        Math.min(room.getWidth() / bounds.getWidth(), room.getHeight() / bounds.getHeight());
    double scale = Math.min(liked, fitting);
    double slack = room.getWidth() - scale * bounds.getWidth();
    double above = (room.getHeight() - scale * bounds.getHeight()) * chance.between(0.35, 0.65);
    AffineTransform place =
        AffineTransform.getTranslateInstance(
            room.getX() + slack * chance.between(0, 0.6), room.getY() + above);
    place.scale(scale, scale);
    place.translate(-bounds.getX(), -bounds.getY());
    return place;
  }

  private static List<DigitTruth> digits(List<PlacedDigit> placed, List<Rectangle2D> boxes) {
    List<DigitTruth> digits = new ArrayList<>();
    for (int i = 0; i < boxes.size(); i++) {
      boolean touches = placed.get(i).touchesNext();
      PlacedDigit.Written digit = placed.get(i).written();
      digits.add(
          new DigitTruth(
              digit.digit(), digit.role(), quad(boxes.get(i)), digit.example(), touches));
    }
    return digits;
  }

  /**
   * Shapes that Java2D draws have whole numbers at the edges of pixels, images at their centres.
   */
  private static Quad field(Rectangle2D drawn) {
    return quad(
        new Rectangle2D.Double(
            drawn.getX() - 0.5, drawn.getY() - 0.5, drawn.getWidth(), drawn.getHeight()));
  }

  private static Quad quad(Rectangle2D box) {
    return Quad.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
  }
}
