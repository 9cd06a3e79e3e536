package org.twinprop.data.reading;

import boofcv.struct.image.GrayF32;

/**
 * Brings the ink of one digit, of any size, into the form of MNIST: scaled to fit a box of 20 x 20
 * pixels without changing its aspect, antialiased, and moved by whole pixels so that its centre of
 * mass is at the centre of an image of 28 x 28.
 *
 * <p>Source: LeCun, Bottou, Bengio and Haffner, "Gradient-based learning applied to document
 * recognition" (1998), section III.A.
 */
public final class DigitNormalisation {
  /** Pixels in each row and column of the result. */
  public static final int SIZE = 28;

  static final int BOX = 20;

  /** Where ink begins: an edge lies where a pixel is half covered. */
  private static final float EDGE = 0.5f;

  private DigitNormalisation() {}

  /**
   * @param ink of one digit and nothing else: 0 paper, 1 ink
   * @return 28 x 28 bytes, row after row from the top, 0 paper and 255 (-1 as a byte) ink; all 0 if
   *     no pixel is half covered
   */
  public static byte[] image(GrayF32 ink) {
    Extent across = Extent.of(darkest(ink, true));
    Extent down = Extent.of(darkest(ink, false));
    if (!across.exists() || !down.exists()) {
      return new byte[SIZE * SIZE];
    }
    double scale = BOX / Math.max(across.length(), down.length());
    Shares[] columns = shares(across, scale, ink.width);
    Shares[] rows = shares(down, scale, ink.height);
    return centred(product(rows, ink, columns));
  }

  /** The darkest pixel of each column, or of each row. */
  private static float[] darkest(GrayF32 ink, boolean ofColumns) {
    float[] darkest = new float[ofColumns ? ink.width : ink.height];
    for (int y = 0; y < ink.height; y++) {
      for (int x = 0; x < ink.width; x++) {
        int i = ofColumns ? x : y;
        darkest[i] = Math.max(darkest[i], ink.unsafe_get(x, y));
      }
    }
    return darkest;
  }

  /** From where to where there is ink, between pixels where an edge is soft. */
  private record Extent(double from, double to) {
    boolean exists() {
      return to > from;
    }

    double length() {
      return to - from;
    }

    double middle() {
      return (from + to) / 2;
    }

    static Extent of(float[] darkest) {
      int first = 0;
      while (first < darkest.length && darkest[first] < EDGE) {
        first++;
      }
      int last = darkest.length - 1;
      while (last >= first && darkest[last] < EDGE) {
        last--;
      }
      return first > last
          ? new Extent(0, 0)
          : new Extent(
              first + 0.5 - beyond(darkest, first, -1), last + 0.5 + beyond(darkest, last, 1));
    }

    /**
     * How far from the centre of the outermost inked pixel its edge is, by linear interpolation.
     */
    private static double beyond(float[] darkest, int at, int step) {
      int next = at + step;
      float outside = next < 0 || next >= darkest.length ? 0 : darkest[next];
      return (darkest[at] - EDGE) / (darkest[at] - outside);
    }
  }

  /**
   * How much of some neighbouring pixels of a line lies in one pixel of the box.
   *
   * @param first of these
   * @param of each of them
   */
  private record Shares(int first, double[] of) {}

  /** For each pixel of the box what lies in it: its mean by area. */
  private static Shares[] shares(Extent extent, double scale, int pixels) {
    Shares[] shares = new Shares[BOX];
    double begin = extent.middle() - BOX / 2.0 / scale;
    for (int i = 0; i < BOX; i++) {
      double from = begin + i / scale;
      double to = begin + (i + 1) / scale;
      int first = Math.max(0, (int) from);
      int end = Math.max(first, Math.min(pixels, (int) Math.ceil(to)));
      shares[i] = new Shares(first, new double[end - first]);
      for (int j = first; j < end; j++) {
        shares[i].of[j - first] = Math.max(0, Math.min(to, j + 1) - Math.max(from, j)) * scale;
      }
    }
    return shares;
  }

  /** rows ink columns^T. */
  private static double[][] product(Shares[] rows, GrayF32 ink, Shares[] columns) {
    double[][] lines = new double[ink.height][BOX];
    for (int y = 0; y < ink.height; y++) {
      for (int u = 0; u < BOX; u++) {
        Shares shares = columns[u];
        for (int j = 0; j < shares.of.length; j++) {
          lines[y][u] += shares.of[j] * ink.unsafe_get(shares.first + j, y);
        }
      }
    }
    double[][] box = new double[BOX][BOX];
    for (int v = 0; v < BOX; v++) {
      for (int j = 0; j < rows[v].of.length; j++) {
        for (int u = 0; u < BOX; u++) {
          box[v][u] += rows[v].of[j] * lines[rows[v].first + j][u];
        }
      }
    }
    return box;
  }

  private static byte[] centred(double[][] box) {
    double mass = 0;
    double momentX = 0;
    double momentY = 0;
    for (int y = 0; y < BOX; y++) {
      for (int x = 0; x < BOX; x++) {
        mass += box[y][x];
        momentX += box[y][x] * (x + 0.5);
        momentY += box[y][x] * (y + 0.5);
      }
    }
    return placed(box, offset(momentX / mass), offset(momentY / mass));
  }

  /** Where the box begins for the given centre of mass; always within the image. */
  private static int offset(double centreOfMass) {
    long offset = Math.round(SIZE / 2.0 - centreOfMass);
    return (int) Math.max(0, Math.min(SIZE - BOX, offset));
  }

  private static byte[] placed(double[][] box, int left, int top) {
    byte[] image = new byte[SIZE * SIZE];
    for (int y = 0; y < BOX; y++) {
      for (int x = 0; x < BOX; x++) {
        long shade = Math.round(255 * Math.max(0, Math.min(1, box[y][x])));
        image[(top + y) * SIZE + left + x] = (byte) shade;
      }
    }
    return image;
  }
}
