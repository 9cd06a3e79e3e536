package org.twinprop.layers.primitives;

import java.nio.DoubleBuffer;

/** float64. */
final class DoubleTile implements Tile {
  private final double[] numbers;

  DoubleTile(int size) {
    numbers = new double[size];
  }

  private static double[] of(Tile tile) {
    return ((DoubleTile) tile).numbers;
  }

  @Override
  public void load(Numbers from, long at, int offset, int count) {
    ((DoubleBuffer) from.buffer()).get((int) at, numbers, offset, count);
  }

  @Override
  public void store(Numbers to, long at, int offset, int count) {
    ((DoubleBuffer) to.buffer()).put((int) at, numbers, offset, count);
  }

  @Override
  public void fill(int at, int count, double value) {
    java.util.Arrays.fill(numbers, at, at + count, value);
  }

  @Override
  public void copy(Tile from, int at, int to, int count) {
    System.arraycopy(of(from), at, numbers, to, count);
  }

  @Override
  public void add(Tile from, int at, int to, int count) {
    double[] x = of(from);
    for (int i = 0; i < count; i++) {
      numbers[to + i] += x[at + i];
    }
  }

  @Override
  public void copyRows(
      Tile from, int at, int pitch, int step, int to, int toPitch, int rows, int count) {
    double[] x = of(from);
    int eights = step == 1 ? count / 8 * 8 : 0;
    for (int i = 0; i < eights; i += 8) {
      copyEights(x, at + i, pitch, to + i, toPitch, rows);
    }
    for (int row = 0; row < rows && eights < count; row++) {
      int source = at + row * pitch;
      int target = to + row * toPitch;
      for (int i = eights; i < count; i++) {
        numbers[target + i] = x[source + i * step];
      }
    }
  }

  /** Rows of eight: written out, they take half as long as a loop that knows not how many. */
  private void copyEights(double[] x, int at, int pitch, int to, int toPitch, int rows) {
    for (int row = 0; row < rows; row++) {
      int source = at + row * pitch;
      int target = to + row * toPitch;
      numbers[target] = x[source];
      numbers[target + 1] = x[source + 1];
      numbers[target + 2] = x[source + 2];
      numbers[target + 3] = x[source + 3];
      numbers[target + 4] = x[source + 4];
      numbers[target + 5] = x[source + 5];
      numbers[target + 6] = x[source + 6];
      numbers[target + 7] = x[source + 7];
    }
  }

  @Override
  public void addRows(
      Tile from, int at, int pitch, int to, int toPitch, int step, int rows, int count) {
    double[] x = of(from);
    int eights = step == 1 ? count / 8 * 8 : 0;
    for (int i = 0; i < eights; i += 8) {
      addEights(x, at + i, pitch, to + i, toPitch, rows);
    }
    for (int row = 0; row < rows && eights < count; row++) {
      int source = at + row * pitch;
      int target = to + row * toPitch;
      for (int i = eights; i < count; i++) {
        numbers[target + i * step] += x[source + i];
      }
    }
  }

  private void addEights(double[] x, int at, int pitch, int to, int toPitch, int rows) {
    for (int row = 0; row < rows; row++) {
      int source = at + row * pitch;
      int target = to + row * toPitch;
      numbers[target] += x[source];
      numbers[target + 1] += x[source + 1];
      numbers[target + 2] += x[source + 2];
      numbers[target + 3] += x[source + 3];
      numbers[target + 4] += x[source + 4];
      numbers[target + 5] += x[source + 5];
      numbers[target + 6] += x[source + 6];
      numbers[target + 7] += x[source + 7];
    }
  }

  @Override
  public void minus(Tile subtracted, int count) {
    double[] x = of(subtracted);
    for (int i = 0; i < count; i++) {
      numbers[i] -= x[i];
    }
  }

  @Override
  public void times(Tile factors, int at, int count) {
    double factor = of(factors)[at];
    for (int i = 0; i < count; i++) {
      numbers[i] *= factor;
    }
  }

  @Override
  public double dot(Tile other, int count) {
    double[] x = of(other);
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += (double) numbers[i] * x[i];
    }
    return sum;
  }

  @Override
  public void relu(int count) {
    for (int i = 0; i < count; i++) {
      numbers[i] = Math.max(numbers[i], 0);
    }
  }

  @Override
  public void clearWhereNotPositive(Tile tile, int count) {
    double[] y = of(tile);
    for (int i = 0; i < count; i++) {
      // times 1 where y is above 0, however little, else 0: without a branch, and by vectors
      numbers[i] *= Math.min(1, Math.max(0, y[i] * 1e308 * 1e308));
    }
  }

  @Override
  public void larger(Tile image, int at, int step, int to, int[] winners, int first, int count) {
    double[] x = of(image);
    for (int i = 0; i < count; i++) {
      int place = at + i * step;
      int larger = mask(numbers[to + i], x[place]);
      int winner = first + to + i;
      winners[winner] = (place & larger) | (winners[winner] & ~larger);
      numbers[to + i] = Math.max(numbers[to + i], x[place]);
    }
  }

  @Override
  public void largestOfFour(
      Tile image, int[] corners, int pitch, int[] winners, int first, int count) {
    double[] x = of(image);
    for (int i = 0; i < count; i++) {
      int above = corners[i];
      int below = above + pitch;
      int aboveWinner = above + (1 & mask(x[above], x[above + 1]));
      int belowWinner = below + (1 & mask(x[below], x[below + 1]));
      double aboveLargest = Math.max(x[above], x[above + 1]);
      double belowLargest = Math.max(x[below], x[below + 1]);
      int isBelow = mask(aboveLargest, belowLargest);
      winners[first + i] = (belowWinner & isBelow) | (aboveWinner & ~isBelow);
      numbers[i] = Math.max(aboveLargest, belowLargest);
    }
  }

  /**
   * -1 where the second is larger, else 0: which is larger is a toss-up that a branch guesses
   * wrong. The 0 makes the difference of a 0 and a -0 a 0 without a sign.
   */
  private static int mask(double first, double second) {
    return (int) (Double.doubleToRawLongBits(first - second + 0) >> 63);
  }

  @Override
  public void addAt(int[] winners, int first, Tile dy, int count) {
    double[] y = of(dy);
    for (int i = 0; i < count; i++) {
      numbers[winners[first + i]] += y[i];
    }
  }

  @Override
  public double softmaxCrossEntropy(Tile targets, int count) {
    double[] y = of(targets);
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < count; k++) {
      largest = Math.max(largest, numbers[k]);
    }
    double sum = 0;
    for (int k = 0; k < count; k++) {
      sum += Math.exp(numbers[k] - largest);
    }
    double logSum = Math.log(sum);
    double loss = 0;
    for (int k = 0; k < count; k++) {
      double logP = numbers[k] - largest - logSum;
      loss -= y[k] * logP;
      numbers[k] = Math.exp(logP);
    }
    return loss;
  }

  @Override
  public void adam(Tile gradient, Tile mean, Tile meanSquare, AdamStep step, int count) {
    double[] g = of(gradient);
    double[] m = of(mean);
    double[] v = of(meanSquare);
    double beta1 = step.beta1();
    double beta2 = step.beta2();
    double fresh1 = (1 - step.beta1());
    double fresh2 = (1 - step.beta2());
    double rate = step.rate();
    double floor = step.floor();
    for (int i = 0; i < count; i++) {
      m[i] = beta1 * m[i] + fresh1 * g[i];
      v[i] = beta2 * v[i] + fresh2 * g[i] * g[i];
      numbers[i] -= rate * (m[i] / (Math.sqrt(v[i]) + floor));
    }
  }
}
