package org.twinprop.data.check;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of writing, in units of the digits' images: a digit is about 20 high, x begins at 0, y is
 * 0 at the baseline and negative above it.
 */
final class AmountLine {
  /** About the height of a digit. */
  static final double DIGIT = 20;

  private final Skyline skyline = new Skyline();
  private final List<PlacedDigit> digits = new ArrayList<>();
  private final List<Path2D> strokes = new ArrayList<>();
  private final double penWidth;
  private Rectangle2D bounds;
  private double lastRight;

  /**
   * @param penWidth of strokes
   */
  AmountLine(double penWidth) {
    this.penWidth = penWidth;
  }

  /** How far to the right ink reaches. */
  double end() {
    return skyline.furthest();
  }

  double penWidth() {
    return penWidth;
  }

  List<PlacedDigit> digits() {
    return digits;
  }

  /**
   * Puts a digit behind what is there.
   *
   * @param scale of the image
   * @param baseline where the digit stands
   * @param gap from its ink to that beside it; negative to touch
   */
  void append(PlacedDigit.Written digit, double scale, double baseline, double gap) {
    double y = baseline - scale * (digit.image().bottom() + 0.5);
    double x = bounds == null ? 0 : place(digit.image(), scale, y, gap);
    put(digit, scale, x, y);
  }

  /** Puts a digit at a place of one's choice, by its left edge. */
  void appendAt(PlacedDigit.Written digit, double scale, double baseline, double left) {
    double y = baseline - scale * (digit.image().bottom() + 0.5);
    put(digit, scale, left - scale * (digit.image().left() - 0.5), y);
  }

  private double place(DigitImage image, double scale, double y, double gap) {
    // Never far under or over what stands before, however well it would fit.
    double place = lastRight - DIGIT / 3 - scale * image.left();
    for (int row = image.top(); row <= image.bottom(); row++) {
      if (image.lastInk(row) >= 0) {
        double top = y + scale * (row - 0.5);
        double left = scale * (image.firstInk(row) - 0.5);
        place = Math.max(place, skyline.place(top, top + scale, left, gap));
      }
    }
    return place;
  }

  private void put(PlacedDigit.Written digit, double scale, double x, double y) {
    DigitImage image = digit.image();
    for (int row = image.top(); row <= image.bottom(); row++) {
      if (image.lastInk(row) >= 0) {
        double top = y + scale * (row - 0.5);
        skyline.add(top, top + scale, x + scale * (image.lastInk(row) + 0.5));
      }
    }
    AffineTransform place = new AffineTransform(scale, 0, 0, scale, x, y);
    include(place.createTransformedShape(image.bounds()).getBounds2D());
    digits.add(new PlacedDigit(digit, place, false));
  }

  /** The last digit touches the one that comes next. */
  void touch() {
    digits.set(digits.size() - 1, digits.get(digits.size() - 1).touchingNext());
  }

  /** Draws a stroke where it is. */
  void draw(Path2D stroke) {
    Rectangle2D area = stroke.getBounds2D();
    double half = penWidth / 2;
    skyline.add(area.getMinY() - half, area.getMaxY() + half, area.getMaxX() + half);
    include(
        new Rectangle2D.Double(
            area.getX() - half,
            area.getY() - half,
            area.getWidth() + penWidth,
            area.getHeight() + penWidth));
    strokes.add(stroke);
  }

  private void include(Rectangle2D area) {
    lastRight = area.getMaxX();
    bounds = bounds == null ? area : bounds.createUnion(area);
  }

  /** Around all ink. */
  Rectangle2D bounds() {
    return bounds;
  }

  /**
   * Writes the line on a check.
   *
   * @param place of the line's points on the layer
   * @return the box around the ink of each digit, in order
   */
  List<Rectangle2D> drawOn(InkLayer ink, AffineTransform place) {
    double scale = Math.sqrt(place.getDeterminant());
    for (Path2D stroke : strokes) {
      Shape placed = place.createTransformedShape(stroke);
      ink.draw(placed, scale * penWidth);
    }
    List<Rectangle2D> boxes = new ArrayList<>();
    for (PlacedDigit digit : digits) {
      AffineTransform whole = new AffineTransform(place);
      whole.concatenate(digit.place());
      boxes.add(ink.draw(digit.written().image(), whole));
    }
    return boxes;
  }
}
