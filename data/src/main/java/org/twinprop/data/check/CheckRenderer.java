package org.twinprop.data.check;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.twinprop.data.check.Capture.Captured;
import org.twinprop.data.check.Damage.Severities;
import org.twinprop.data.pen.Chance;

/**
 * Composes images of checks: a printed form, an amount in the hand of one writer, and what scanners
 * and phones do to it.
 */
public final class CheckRenderer {
  private static final List<Typeface> FONTS =
      List.of(Typeface.SANS, Typeface.SANS_CONDENSED, Typeface.SERIF, Typeface.SERIF_CONDENSED);

  private final CheckWriters writers;
  private final Damage damage;

  /**
   * @param writers whose digits are used
   * @param damage what the checks may suffer
   */
  public CheckRenderer(CheckWriters writers, Damage damage) {
    this.writers = writers;
    this.damage = damage;
  }

  /**
   * One check of an endless series. It depends on the writers, the damage, the seed and its number
   * alone, not on which others are made; what is written on it does not depend on the damage.
   *
   * @param index its number, any
   */
  public RenderedCheck render(long seed, int index) {
    Chance chance = Chance.of(seed, index);
    Chance content = chance.split();
    Chance hand = chance.split();
    Chance print = chance.split();
    Severities severities = damage.draw(chance.split());
    Capture capture = new Capture(severities, chance.split());
    CheckWriter writer = writers.draw(content);
    Amount amount = Amount.draw(writer, content);
    DollarSign sign = content.oneOf(List.of(DollarSign.values()));
    Layout layout = content.oneOf(List.of(Layout.values()));
    Typeface font = content.oneOf(FONTS);
    Ink ink = content.oneOf(List.of(Ink.values()));
    Names names = Names.draw(content);
    BufferedImage sheet =
        new Paper(print.split(), severities.get(DamageKind.BACKGROUND_PATTERN)).sheet();
    Form form = new Form(layout, font, sign, names, print.split());
    form.print(sheet);
    AmountLine line =
        new AmountHand(
                writer,
                hand,
                severities.get(DamageKind.UNEVEN_WRITING),
                severities.get(DamageKind.TOUCHING_DIGITS))
            .write(amount, sign == DollarSign.WRITTEN);
    InkLayer layer = new InkLayer(Layout.WIDTH, Layout.HEIGHT);
    List<Rectangle2D> boxes = line.drawOn(layer, place(line, form.room(), hand));
    Color color = ink.color(severities.get(DamageKind.FAINT_INK));
    layer.soak(sheet, color);
    Captured captured = capture.of(sheet);
    List<DigitTruth> digits = new ArrayList<>();
    for (int i = 0; i < boxes.size(); i++) {
      PlacedDigit digit = line.digits().get(i);
      digits.add(
          new DigitTruth(
              digit.digit(),
              digit.role(),
              captured.view().seen(quad(boxes.get(i))),
              digit.example(),
              digit.touchesNext()));
    }
    return new RenderedCheck(
        captured.image(),
        new CheckTruth(
            seed,
            index,
            amount.cents(),
            amount.written(),
            amount.style(),
            sign,
            writer.name(),
            writer.population(),
            layout,
            font,
            ink,
            severities.truth(),
            captured.view().check(),
            captured.view().seen(quad(layout.amount().rectangle())),
            digits));
  }

  private static Quad quad(Rectangle2D box) {
    return Quad.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
  }

  /** As large as the writer likes, but within the room. */
  private static AffineTransform place(AmountLine line, Rectangle2D room, Chance chance) {
    Rectangle2D bounds = line.bounds();
    double liked = chance.between(0.62, 0.8) * room.getHeight() / AmountLine.DIGIT;
    double scale =
        Math.min(
            liked,
            Math.min(room.getWidth() / bounds.getWidth(), room.getHeight() / bounds.getHeight()));
    double slack = room.getWidth() - scale * bounds.getWidth();
    double left = room.getX() + slack * chance.between(0, 0.6);
    double above = (room.getHeight() - scale * bounds.getHeight()) * chance.between(0.35, 0.65);
    AffineTransform place = AffineTransform.getTranslateInstance(left, room.getY() + above);
    place.scale(scale, scale);
    place.translate(-bounds.getX(), -bounds.getY());
    return place;
  }
}
