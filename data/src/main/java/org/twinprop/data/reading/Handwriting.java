package org.twinprop.data.reading;

import boofcv.struct.image.GrayF32;
import boofcv.struct.image.GrayU8;
import java.util.Arrays;
import java.util.List;

/**
 * The ink of a written line and what of it hangs together.
 *
 * @param ink 0 paper, 1 ink
 * @param components from the left, without specks and without what remains of the box's lines
 * @param stroke the mean width of a stroke, in pixels
 */
record Handwriting(GrayF32 ink, List<Component> components, double stroke) {
  /** Darker than this is ink. */
  private static final float INK = 0.42f;

  /** The quantile of inked pixels that counts as the full depth of the ink. */
  private static final double CORE = 0.75;

  /** The smallest piece of ink that means something, in pixels of the check. */
  private static final double SPECK = 5;

  /**
   * @param ink of the inside of the amount's box, as {@link InkSeparation} tells it
   * @param scale pixels for each of the check
   */
  static Handwriting of(GrayF32 ink, int scale) {
    GrayF32 full = full(ink);
    GrayU8 mask = new GrayU8(full.width, full.height);
    for (int i = 0; i < full.data.length; i++) {
      mask.data[i] = (byte) (full.data[i] >= INK ? 1 : 0);
    }
    List<Component> components =
        Component.all(mask).stream()
            .filter(one -> one.area() >= SPECK * scale * scale)
            .filter(one -> !isLineOfBox(one.box(), full, scale))
            .sorted((a, b) -> Double.compare(a.box().centreX(), b.box().centreX()))
            .toList();
    return new Handwriting(full, components, stroke(mask, components));
  }

  private static GrayF32 full(GrayF32 ink) {
    float[] inked = new float[ink.data.length];
    int n = 0;
    for (float value : ink.data) {
      if (value >= INK) {
        inked[n++] = value;
      }
    }
    Arrays.sort(inked, 0, n);
    float core = n == 0 ? 1 : inked[(int) (CORE * (n - 1))];
    GrayF32 full = new GrayF32(ink.width, ink.height);
    for (int i = 0; i < full.data.length; i++) {
      full.data[i] = Math.min(1, ink.data[i] / core);
    }
    return full;
  }

  /** Thin and along an edge, or in a corner, where boxes are rounded. */
  private static boolean isLineOfBox(Box box, GrayF32 image, int scale) {
    int near = 2 * scale;
    boolean atSide = box.left() < near || box.right() > image.width - near;
    boolean atEnd = box.top() < near || box.bottom() > image.height - near;
    boolean small = box.width() < 14 * scale && box.height() < 14 * scale;
    boolean inCorner = atSide && atEnd && small;
    boolean upright = atSide && box.width() <= 5 * scale;
    boolean level = atEnd && box.height() <= 5 * scale;
    return inCorner || upright || level;
  }

  /** A long line of width w has the area A = w L and the circumference P = 2 L, so w = 2 A / P. */
  private static double stroke(GrayU8 mask, List<Component> components) {
    double area = 0;
    double circumference = 0;
    for (Component component : components) {
      area += component.area();
      for (int pixel : component.pixels()) {
        int x = pixel % mask.width;
        int y = pixel / mask.width;
        circumference +=
            outside(mask, x - 1, y)
                + outside(mask, x + 1, y)
                + outside(mask, x, y - 1)
                + outside(mask, x, y + 1);
      }
    }
    // edges of pixels along a slanting line are longer than it, by 4 / pi on average
    return circumference == 0 ? 1 : 2 * area / (circumference * Math.PI / 4);
  }

  private static int outside(GrayU8 mask, int x, int y) {
    return mask.isInBounds(x, y) && mask.unsafe_get(x, y) != 0 ? 0 : 1;
  }
}
