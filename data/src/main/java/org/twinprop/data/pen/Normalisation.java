package org.twinprop.data.pen;

import java.util.List;

/**
 * The form in which MNIST holds every digit (LeCun, Bottou, Bengio and Haffner, "Gradient-based
 * learning applied to document recognition", 1998, section III.A): scaled to fit a box of 20 x 20
 * pixels without changing its aspect, and moved by whole pixels so that its centre of mass is at
 * the centre of an image of 28 x 28.
 */
final class Normalisation {
  static final int SIZE = 28;
  static final int BOX = 20;

  private Normalisation() {}

  /**
   * The image of some lines.
   *
   * @param penRadius half the line's width, in pixels
   * @param pressure how much wider the line is on the way down than across, as a share
   * @return 28 x 28 bytes, row after row from the top, 0 paper and 255 ink
   */
  static byte[] image(List<Trace> traces, double penRadius, double pressure) {
    Raster box = new Raster(BOX);
    for (Trace trace : fitted(traces, penRadius * (1 + pressure))) {
      for (int i = 1; i < trace.size(); i++) {
        double dx = trace.x(i) - trace.x(i - 1);
        double dy = trace.y(i) - trace.y(i - 1);
        double down = Math.max(0, dy) / Math.max(1e-9, Trace.distance(dx, dy));
        box.line(
            trace.x(i - 1),
            trace.y(i - 1),
            trace.x(i),
            trace.y(i),
            penRadius * (1 + pressure * down));
      }
    }
    return centred(box);
  }

  /** The lines in pixels of the box, a pen's radius away from its edges and centred in it. */
  private static List<Trace> fitted(List<Trace> traces, double margin) {
    Bounds bounds = Bounds.of(traces);
    double scale = (BOX - 2 * margin) / Math.max(bounds.width(), bounds.height());
    return traces.stream()
        .map(
            trace ->
                trace.map(
                    (x, y) -> BOX / 2.0 + scale * (x - bounds.middleX()),
                    (x, y) -> BOX / 2.0 + scale * (y - bounds.middleY())))
        .toList();
  }

  private static byte[] centred(Raster box) {
    double mass = 0;
    double momentX = 0;
    double momentY = 0;
    for (int row = 0; row < BOX; row++) {
      for (int column = 0; column < BOX; column++) {
        mass += box.ink(row, column);
        momentX += box.ink(row, column) * (column + 0.5);
        momentY += box.ink(row, column) * (row + 0.5);
      }
    }
    return placed(box, offset(momentX / mass), offset(momentY / mass));
  }

  /** Where the box begins for the given centre of mass; always within the image. */
  private static int offset(double centreOfMass) {
    long offset = Math.round(SIZE / 2.0 - centreOfMass);
    return (int) Math.max(0, Math.min(SIZE - BOX, offset));
  }

  private static byte[] placed(Raster box, int left, int top) {
    byte[] image = new byte[SIZE * SIZE];
    for (int row = 0; row < BOX; row++) {
      for (int column = 0; column < BOX; column++) {
        long shade = Math.round(255 * box.ink(row, column));
        image[(top + row) * SIZE + left + column] = (byte) shade;
      }
    }
    return image;
  }
}
