package org.twinprop.layers.primitives;

import java.nio.FloatBuffer;

/** float32. */
final class FloatTile implements Tile {
  private final float[] numbers;

  FloatTile(int size) {
    numbers = new float[size];
  }

  private static float[] of(Tile tile) {
    return ((FloatTile) tile).numbers;
  }

  @Override
  public void load(Numbers from, long at, int offset, int count) {
    ((FloatBuffer) from.buffer()).get((int) at, numbers, offset, count);
  }

  @Override
  public void store(Numbers to, long at, int offset, int count) {
    ((FloatBuffer) to.buffer()).put((int) at, numbers, offset, count);
  }

  @Override
  public void fill(int at, int count, double value) {
    java.util.Arrays.fill(numbers, at, at + count, (float) value);
  }

  @Override
  public void copy(Tile from, int at, int to, int count) {
    System.arraycopy(of(from), at, numbers, to, count);
  }

  @Override
  public void add(Tile from, int at, int to, int count) {
    float[] x = of(from);
    for (int i = 0; i < count; i++) {
      numbers[to + i] += x[at + i];
    }
  }

  @Override
  public void copyRows(
      Tile from, int at, int pitch, int step, int to, int toPitch, int rows, int count) {
    float[] x = of(from);
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
  private void copyEights(float[] x, int at, int pitch, int to, int toPitch, int rows) {
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
    float[] x = of(from);
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

  private void addEights(float[] x, int at, int pitch, int to, int toPitch, int rows) {
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
    float[] x = of(subtracted);
    for (int i = 0; i < count; i++) {
      numbers[i] -= x[i];
    }
  }

  @Override
  public void times(Tile factors, int at, int count) {
    float factor = of(factors)[at];
    for (int i = 0; i < count; i++) {
      numbers[i] *= factor;
    }
  }

  @Override
  public double dot(Tile other, int count) {
    float[] x = of(other);
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
    float[] y = of(tile);
    for (int i = 0; i < count; i++) {
      // times 1 where y is above 0, however little, else 0: without a branch, and by vectors
      numbers[i] *= Math.min(1, Math.max(0, y[i] * 1e38f * 1e38f));
    }
  }

  @Override
  public void larger(Tile image, int at, int step, int to, int[] winners, int first, int count) {
    float[] x = of(image);
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
    float[] x = of(image);
    for (int i = 0; i < count; i++) {
      int above = corners[i];
      int below = above + pitch;
      int aboveWinner = above + (1 & mask(x[above], x[above + 1]));
      int belowWinner = below + (1 & mask(x[below], x[below + 1]));
      float aboveLargest = Math.max(x[above], x[above + 1]);
      float belowLargest = Math.max(x[below], x[below + 1]);
      int isBelow = mask(aboveLargest, belowLargest);
      winners[first + i] = (belowWinner & isBelow) | (aboveWinner & ~isBelow);
      numbers[i] = Math.max(aboveLargest, belowLargest);
    }
  }

  /**
   * -1 where the second is larger, else 0: which is larger is a toss-up that a branch guesses
   * wrong. The 0 makes the difference of a 0 and a -0 a 0 without a sign.
   */
  private static int mask(float first, float second) {
    return Float.floatToRawIntBits(first - second + 0) >> 31;
  }

  @Override
  public void addAt(int[] winners, int first, Tile dy, int count) {
    float[] y = of(dy);
    for (int i = 0; i < count; i++) {
      numbers[winners[first + i]] += y[i];
    }
  }

  @Override
  public double softmaxCrossEntropy(Tile targets, int count) {
    float[] y = of(targets);
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
      numbers[k] = (float) Math.exp(logP);
    }
    return loss;
  }

  @Override
  public void adam(Tile gradient, Tile mean, Tile meanSquare, AdamStep step, int count) {
    float[] g = of(gradient);
    float[] m = of(mean);
    float[] v = of(meanSquare);
    float beta1 = (float) step.beta1();
    float beta2 = (float) step.beta2();
    float fresh1 = (float) (1 - step.beta1());
    float fresh2 = (float) (1 - step.beta2());
    float rate = (float) step.rate();
    float floor = (float) step.floor();
    for (int i = 0; i < count; i++) {
      // what has decayed below 1e-32 becomes 0: the processor takes a hundred times as long over
      // numbers below 1e-38, and against epsilon neither counts
      float mean1 = (beta1 * m[i] + fresh1 * g[i] + 1e-24f) - 1e-24f;
      float mean2 = (beta2 * v[i] + fresh2 * g[i] * g[i] + 1e-20f) - 1e-20f;
      m[i] = mean1;
      v[i] = mean2;
      numbers[i] -= rate * (mean1 / ((float) Math.sqrt(mean2) + floor));
    }
  }
}
