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
  public void copyEvery(Tile from, int at, int step, int to, int count) {
    double[] x = of(from);
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
    double[] x = of(from);
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
    double[] y = of(tile);
    for (int i = 0; i < count; i++) {
      // all bits where y is above 0, else none, again without a branch
      numbers[i] =
          Double.longBitsToDouble(
              Double.doubleToRawLongBits(numbers[i])
                  & (-Double.doubleToRawLongBits(y[i] + 0) >> 63));
    }
  }

  @Override
  public void larger(Tile image, int at, int step, int to, int[] winners, int count) {
    double[] x = of(image);
    for (int i = 0; i < count; i++) {
      int place = at + i * step;
      // -1 where x is larger, else 0: which is larger is a toss-up that a branch guesses wrong. The
      // 0
      // makes the difference of a 0 and a -0 a 0 without a sign.
      int larger = (int) (Double.doubleToRawLongBits(numbers[to + i] - x[place] + 0) >> 63);
      winners[to + i] = (place & larger) | (winners[to + i] & ~larger);
      numbers[to + i] = Math.max(numbers[to + i], x[place]);
    }
  }

  @Override
  public void addAt(int[] winners, Tile dy, int at, int count) {
    double[] y = of(dy);
    for (int i = at; i < at + count; i++) {
      numbers[winners[i]] += y[i];
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
    }
    for (int i = 0; i < count; i++) {
      numbers[i] -= rate * (m[i] / (Math.sqrt(v[i]) + floor));
    }
  }
}
