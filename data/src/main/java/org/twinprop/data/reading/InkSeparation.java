package org.twinprop.data.reading;

import boofcv.alg.filter.blur.GBlurImageOps;
import boofcv.struct.image.GrayF32;
import boofcv.struct.image.Planar;
import java.util.Arrays;
import org.ddogleg.sorting.QuickSelect;

/**
 * Tells ink from paper, whatever the light and the colours of both.
 *
 * <p>What a patch reflects is light times paper times ink. Light and paper change slowly and are
 * estimated from the lightest pixels around; divided by them, what remains is the share that the
 * ink absorbs, in red, green and blue. The darkest pixels show the ink's own shares; every pixel is
 * measured by how far it goes in that direction, so that a pattern of another colour counts little.
 */
final class InkSeparation {
  /** In pixels of the check: wider than strokes, narrower than shadows. */
  private static final int BLOCK = 12;

  /** The share of pixels of a block that may be lighter than its paper. */
  private static final double LIGHTEST = 0.1;

  /** The share of pixels that is certainly ink, where an amount is written. */
  private static final double DARKEST = 0.03;

  private InkSeparation() {}

  /**
   * @param part of a check: red, green, blue
   * @param scale pixels of the part for each of the check
   * @return 0 for paper, about 1 for the core of strokes of the pen that wrote most
   */
  static GrayF32 ink(Planar<GrayF32> part, int scale) {
    GrayF32[] absorbed = new GrayF32[3];
    for (int band = 0; band < 3; band++) {
      absorbed[band] = absorbed(part.getBand(band), BLOCK * scale);
    }
    double[] color = color(absorbed);
    double square = Arrays.stream(color).map(c -> c * c).sum();
    GrayF32 ink = new GrayF32(part.width, part.height);
    for (int i = 0; i < ink.data.length; i++) {
      double along = 0;
      for (int band = 0; band < 3; band++) {
        along += color[band] * absorbed[band].data[i];
      }
      ink.data[i] = (float) Math.max(0, along / square);
    }
    GrayF32 smooth = new GrayF32(ink.width, ink.height);
    GBlurImageOps.gaussian(ink, smooth, 0.4 * scale, -1, null);
    return smooth;
  }

  private static GrayF32 absorbed(GrayF32 band, int block) {
    GrayF32 paper = paper(band, block);
    GrayF32 absorbed = new GrayF32(band.width, band.height);
    for (int i = 0; i < absorbed.data.length; i++) {
      absorbed.data[i] = Math.max(0, 1 - band.data[i] / Math.max(1, paper.data[i]));
    }
    return absorbed;
  }

  /** The lightest of each block, smooth between the blocks' centres. */
  private static GrayF32 paper(GrayF32 band, int block) {
    int columns = Math.max(1, band.width / block);
    int rows = Math.max(1, band.height / block);
    float[][] lightest = new float[rows][columns];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        lightest[r][c] =
            lightest(
                band,
                new Box(
                    c * band.width / columns,
                    r * band.height / rows,
                    (c + 1) * band.width / columns,
                    (r + 1) * band.height / rows));
      }
    }
    return between(largestAround(lightest), band.width, band.height);
  }

  private static float lightest(GrayF32 band, Box box) {
    float[] values = new float[box.width() * box.height()];
    int n = 0;
    for (int y = box.top(); y < box.bottom(); y++) {
      for (int x = box.left(); x < box.right(); x++) {
        values[n++] = band.unsafe_get(x, y);
      }
    }
    return QuickSelect.select(values, (int) ((1 - LIGHTEST) * (n - 1)), n);
  }

  /** A block that is full of ink takes its neighbours' paper: the median of three by three. */
  private static float[][] largestAround(float[][] blocks) {
    float[][] result = new float[blocks.length][blocks[0].length];
    for (int r = 0; r < blocks.length; r++) {
      for (int c = 0; c < blocks[0].length; c++) {
        float[] around = new float[9];
        int n = 0;
        for (int v = Math.max(0, r - 1); v <= Math.min(blocks.length - 1, r + 1); v++) {
          for (int u = Math.max(0, c - 1); u <= Math.min(blocks[0].length - 1, c + 1); u++) {
            around[n++] = blocks[v][u];
          }
        }
        Arrays.sort(around, 0, n);
        result[r][c] = around[n / 2];
      }
    }
    return result;
  }

  private static GrayF32 between(float[][] blocks, int width, int height) {
    GrayF32 all = new GrayF32(width, height);
    int rows = blocks.length;
    int columns = blocks[0].length;
    for (int y = 0; y < height; y++) {
      double v = Math.max(0, Math.min(rows - 1, (y + 0.5) * rows / height - 0.5));
      int r = Math.min((int) v, Math.max(0, rows - 2));
      for (int x = 0; x < width; x++) {
        double u = Math.max(0, Math.min(columns - 1, (x + 0.5) * columns / width - 0.5));
        int c = Math.min((int) u, Math.max(0, columns - 2));
        int below = Math.min(rows - 1, r + 1);
        int right = Math.min(columns - 1, c + 1);
        double upper = (1 - (u - c)) * blocks[r][c] + (u - c) * blocks[r][right];
        double lower = (1 - (u - c)) * blocks[below][c] + (u - c) * blocks[below][right];
        all.unsafe_set(x, y, (float) ((1 - (v - r)) * upper + (v - r) * lower));
      }
    }
    return all;
  }

  /** What the ink absorbs of red, green and blue: the mean of the darkest pixels. */
  private static double[] color(GrayF32[] absorbed) {
    int n = absorbed[0].data.length;
    float[] sums = new float[n];
    for (GrayF32 band : absorbed) {
      for (int i = 0; i < n; i++) {
        sums[i] += band.data[i];
      }
    }
    float least = QuickSelect.select(sums.clone(), (int) ((1 - DARKEST) * (n - 1)), n);
    double[] color = new double[3];
    int dark = 0;
    for (int i = 0; i < n; i++) {
      if (sums[i] >= least) {
        dark++;
        for (int band = 0; band < 3; band++) {
          color[band] += absorbed[band].data[i];
        }
      }
    }
    for (int band = 0; band < 3; band++) {
      color[band] = Math.max(1e-3, color[band] / dark);
    }
    return color;
  }
}
