package org.twinprop.data.check;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.twinprop.data.pen.Chance;
import org.twinprop.data.pen.Lettering;

/**
 * What the writer fills in beside the amount: date, payee, the amount in words, memo, signature.
 */
final class WrittenLines {
  /** The height of capitals, in pixels. */
  private static final double CAPITAL = 27;

  /** Digits are enlarged, and their lines with them; letters are written as small as they are. */
  private static final double FINER = 0.68;

  private final InkLayer ink;
  private final double penWidth;
  private final Lettering lettering;
  private final Chance chance;

  /**
   * @param penWidth of the digits, in pixels
   * @param writer whose habits these are
   */
  WrittenLines(InkLayer ink, double penWidth, CheckWriter writer, Chance chance) {
    this.ink = ink;
    this.penWidth = FINER * penWidth;
    this.chance = chance;
    this.lettering = new Lettering(Chance.of(writer.name().hashCode()), chance);
  }

  void fill(CheckContent content) {
    FormPlaces places = content.layout().places();
    Names names = content.names();
    write(names.date(), places.date(), 0.85);
    write(names.payee(), places.payee(), 1);
    double end = write(NumberWords.of(content.amount()), places.words(), 1);
    strikeOut(places.words(), end);
    write(names.memo(), places.memo(), 0.85);
    sign(places.signature(), names.payer());
  }

  /** Writes on a line, smaller where it would be too long, and returns where it ends. */
  private double write(String text, FormPlaces.Line line, double size) {
    List<Path2D> strokes = lettering.write(text);
    double width = right(strokes);
    double scale =
        Math.min(CAPITAL * size * chance.between(0.9, 1.1), 0.93 * line.length() / width);
    double left = line.x() + Math.min(24, line.length() - scale * width) * chance.uniform();
    draw(strokes, left, line.baseline() + chance.between(-3, 3), scale);
    return left + scale * width;
  }

  private static double right(List<Path2D> strokes) {
    return strokes.stream()
        .map(Path2D::getBounds2D)
        .mapToDouble(Rectangle2D::getMaxX)
        .max()
        .orElse(1);
  }

  private void draw(List<Path2D> strokes, double x, double baseline, double scale) {
    AffineTransform place = new AffineTransform(scale, 0, 0, scale, x, baseline);
    for (Path2D stroke : strokes) {
      ink.draw(place.createTransformedShape(stroke), penWidth);
    }
  }

  /** The rest of the line is struck out, so that nobody adds a word. */
  private void strikeOut(FormPlaces.Line line, double from) {
    double length = line.x() + line.length() - from - 24;
    if (length > 40 && chance.happens(0.8)) {
      double y = line.baseline() - 9;
      Path2D stroke = new Path2D.Double();
      stroke.moveTo(from + 14, y);
      stroke.curveTo(
          from + length / 3,
          y - 6 * chance.bell(),
          from + 2 * length / 3,
          y + 6 * chance.bell(),
          from + length,
          y + 3 * chance.bell());
      ink.draw(stroke, penWidth);
    }
  }

  /** The initials, and a wave that nobody can read. */
  private void sign(FormPlaces.Line line, String name) {
    double size = 40 * chance.between(0.85, 1.15);
    double x = line.x() + 0.15 * line.length() + 40 * chance.uniform();
    for (String part : name.split(" ")) {
      List<Path2D> initial = lettering.write(part.substring(0, 1));
      draw(initial, x, line.baseline() - 2, size);
      x += size * right(initial);
      double length = size * chance.between(1.6, 2.6);
      ink.draw(wave(x, line.baseline() - 3, length, size), penWidth);
      x += length + size / 3;
    }
  }

  private Path2D wave(double x, double y, double length, double size) {
    Path2D wave = new Path2D.Double();
    wave.moveTo(x, y);
    int swings = 4 + chance.below(4);
    double step = length / swings;
    for (int i = 0; i < swings; i++) {
      double height = size * (0.15 + 0.35 * chance.uniform()) * (1 - 0.6 * i / swings);
      double from = x + i * step;
      wave.curveTo(
          from + 0.6 * step, y - 2 * height, from + 0.3 * step, y + height, from + step, y);
    }
    return wave;
  }
}
