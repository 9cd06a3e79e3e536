package org.twinprop.trainer.evaluation.group;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.twinprop.trainer.evaluation.statistics.CountSampler;

/** How many examples of each class were predicted to be of which. It grows as classes turn up. */
public final class ConfusionMatrix {
  private int classes;
  private long[] counts;

  /** An empty matrix. */
  public ConfusionMatrix(int classes) {
    this.classes = classes;
    counts = new long[classes * classes];
  }

  /** Counts one example. */
  public void add(int label, int prediction) {
    add(label, prediction, 1);
  }

  /** Counts several examples at once. */
  public void add(int label, int prediction, long examples) {
    int needed = Math.max(label, prediction) + 1;
    if (needed > classes) {
      grow(Math.max(needed, 2 * classes));
    }
    counts[label * classes + prediction] += examples;
  }

  private void grow(int larger) {
    long[] grown = new long[larger * larger];
    for (int label = 0; label < classes; label++) {
      System.arraycopy(counts, label * classes, grown, label * larger, classes);
    }
    classes = larger;
    counts = grown;
  }

  /**
   * The same counts for classes in another order.
   *
   * @param order the class of this matrix that becomes class 0, class 1, and so on
   */
  public ConfusionMatrix inOrder(int[] order) {
    ConfusionMatrix ordered = new ConfusionMatrix(order.length);
    for (int label = 0; label < order.length; label++) {
      for (int prediction = 0; prediction < order.length; prediction++) {
        ordered.add(label, prediction, count(order[label], order[prediction]));
      }
    }
    return ordered;
  }

  /**
   * As many examples as here, drawn from them with replacement: the multinomial distribution, one
   * conditional binomial for each cell (Devroye, Non-Uniform Random Variate Generation, 1986,
   * section XI.1.4).
   */
  ConfusionMatrix resampled(SplittableRandom random) {
    ConfusionMatrix drawn = new ConfusionMatrix(classes);
    long notSeen = n();
    int toDraw = Math.toIntExact(notSeen);
    for (int cell = 0; cell < counts.length && toDraw > 0; cell++) {
      int count = CountSampler.binomial(random, toDraw, (double) counts[cell] / notSeen);
      drawn.counts[cell] = count;
      toDraw -= count;
      notSeen -= counts[cell];
    }
    return drawn;
  }

  /** How many classes it has room for. */
  public int classes() {
    return classes;
  }

  /** All examples. */
  public long n() {
    return Arrays.stream(counts).sum();
  }

  /** Examples of one class that were predicted to be of another, or of the same. */
  public long count(int label, int prediction) {
    return label < classes && prediction < classes ? counts[label * classes + prediction] : 0;
  }

  /** Examples on the diagonal. */
  public long correct() {
    long correct = 0;
    for (int k = 0; k < classes; k++) {
      correct += counts[k * classes + k];
    }
    return correct;
  }

  /** Examples that are of a class. */
  long labelled(int label) {
    long sum = 0;
    for (int prediction = 0; prediction < classes; prediction++) {
      sum += counts[label * classes + prediction];
    }
    return sum;
  }

  /** Examples that are predicted to be of a class. */
  long predicted(int prediction) {
    long sum = 0;
    for (int label = 0; label < classes; label++) {
      sum += counts[label * classes + prediction];
    }
    return sum;
  }

  /** [label][prediction] */
  public long[][] toArray() {
    long[][] rows = new long[classes][];
    for (int label = 0; label < classes; label++) {
      rows[label] = Arrays.copyOfRange(counts, label * classes, (label + 1) * classes);
    }
    return rows;
  }
}
