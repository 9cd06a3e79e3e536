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
  public void copyEvery(Tile from, int at, int step, int to, int count) {
    float[] x = of(from);
    if (step == 1) {
      for (int i = 0; i < count; i++) {
        numbers[to + i] = x[at + i];
      }
    } else {
      for (int i = 0; i < count; i++) {
        numbers[to + i] = x[at + i * step];
      }
    }
  }

  @Override
  public void addEvery(Tile from, int at, int to, int step, int count) {
    float[] x = of(from);
    if (step == 1) {
      for (int i = 0; i < count; i++) {
        numbers[to + i] += x[at + i];
      }
    } else {
      for (int i = 0; i < count; i++) {
        numbers[to + i * step] += x[at + i];
      }
    }
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
      // all bits where y is above 0, else none, again without a branch
      numbers[i] =
          Float.intBitsToFloat(
              Float.floatToRawIntBits(numbers[i]) & (-Float.floatToRawIntBits(y[i] + 0) >> 31));
    }
  }

  @Override
  public void larger(Tile image, int at, int step, int to, int[] winners, int count) {
    float[] x = of(image);
    for (int i = 0; i < count; i++) {
      int place = at + i * step;
      // -1 where x is larger, else 0: which is larger is a toss-up that a branch guesses wrong. The
      // 0
      // makes the difference of a 0 and a -0 a 0 without a sign.
      int larger = Float.floatToRawIntBits(numbers[to + i] - x[place] + 0) >> 31;
      winners[to + i] = (place & larger) | (winners[to + i] & ~larger);
      numbers[to + i] = Math.max(numbers[to + i], x[place]);
    }
  }

  @Override
  public void addAt(int[] winners, Tile dy, int at, int count) {
    float[] y = of(dy);
    for (int i = at; i < at + count; i++) {
      numbers[winners[i]] += y[i];
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
      m[i] = beta1 * m[i] + fresh1 * g[i];
      v[i] = beta2 * v[i] + fresh2 * g[i] * g[i];
    }
    for (int i = 0; i < count; i++) {
      // what has decayed below 1e-32 becomes 0: the processor takes a hundred times as long over
      // numbers below 1e-38, and against epsilon neither counts
      m[i] = (m[i] + 1e-24f) - 1e-24f;
      v[i] = (v[i] + 1e-20f) - 1e-20f;
    }
    for (int i = 0; i < count; i++) {
      numbers[i] -= rate * (m[i] / ((float) Math.sqrt(v[i]) + floor));
    }
  }
}
