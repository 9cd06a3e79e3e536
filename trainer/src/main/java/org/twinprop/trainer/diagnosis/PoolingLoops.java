package org.twinprop.trainer.diagnosis;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.primitives.Window;

/**
 * The way back through pooling, window by window, with any rule of who gets a window's gradient.
 */
final class PoolingLoops {
  /** Who gets how much of a window's gradient. */
  interface Rule {
    /**
     * @param entries what the window sees, row by row
     * @param area the number of places of the window, those outside the image included
     * @return each entry's share
     */
    double[] shares(double[] entries, int area);
  }

  private final double[] images;
  private final long[] x;
  private final long[] y;
  private final Window window;

  PoolingLoops(INDArray images, long[] y, Window window) {
    this.images = Entries.of(images);
    this.x = images.shape();
    this.y = y.clone();
    this.window = window;
  }

  INDArray inputGradient(INDArray dy, Rule rule) {
    double[] delta = Entries.of(dy);
    double[] dx = new double[images.length];
    for (int i = 0; i < delta.length; i++) {
      share(delta[i], seen(i), rule, dx);
    }
    return Nd4j.create(dx, x, DataType.DOUBLE);
  }

  /** The number of windows, one for each entry of the output. */
  int windows() {
    return (int) (y[0] * y[1] * y[2] * y[3]);
  }

  /** The places that the window of one entry of the output sees, row by row. */
  int[] seen(int output) {
    int places = (int) (y[2] * y[3]);
    int plane = (int) (output / places * x[2] * x[3]);
    return seen(plane, (int) (output % places / y[3]), (int) (output % y[3]));
  }

  /** Whether a window's largest entry occurs in it twice. */
  boolean hasTies() {
    boolean[] found = new boolean[1];
    INDArray ones = Nd4j.ones(DataType.DOUBLE, y);
    inputGradient(
        ones,
        (entries, area) -> {
          found[0] |= ties(entries) > 1;
          return new double[entries.length];
        });
    return found[0];
  }

  private void share(double delta, int[] seen, Rule rule, double[] dx) {
    double[] entries = new double[seen.length];
    for (int i = 0; i < seen.length; i++) {
      entries[i] = images[seen[i]];
    }
    double[] shares = rule.shares(entries, window.area());
    for (int i = 0; i < seen.length; i++) {
      dx[seen[i]] += shares[i] * delta;
    }
  }

  /** The places that a window sees, row by row. */
  private int[] seen(int plane, int i, int j) {
    int top = i * window.stride().vertical() - window.pad().vertical();
    int left = j * window.stride().horizontal() - window.pad().horizontal();
    int[] seen = new int[window.area()];
    int count = 0;
    for (int u = Math.max(top, 0); u < Math.min(top + window.kernel().vertical(), x[2]); u++) {
      for (int v = Math.max(left, 0);
          v < Math.min(left + window.kernel().horizontal(), x[3]);
          v++) {
        seen[count++] = (int) (plane + u * x[3] + v);
      }
    }
    return Arrays.copyOf(seen, count);
  }

  static int ties(double[] entries) {
    double largest = largest(entries);
    int ties = 0;
    for (double entry : entries) {
      ties += entry == largest ? 1 : 0;
    }
    return ties;
  }

  static double largest(double[] entries) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double entry : entries) {
      largest = Math.max(largest, entry);
    }
    return largest;
  }
}
