package org.twinprop.experiments.tasks;

import org.twinprop.data.Examples;

/** A network, and a length of its training, that suit examples of which nothing more is known. */
public final class SensibleNetwork {
  private static final int FEW = 2_000;
  private static final int MANY = 20_000;
  private static final int EXAMPLES_TO_SEE = 250_000;
  private static final int LONGEST = 100;
  private static final int SHORTEST = 5;

  private SensibleNetwork() {}

  /**
   * Two hidden layers, wider for more examples, and weights held small, as tables have few rows for
   * what such a network could learn by heart. Images get two convolutions first.
   *
   * @param train what it learns from
   */
  public static String text(Examples train) {
    int classes = train.classNames().size();
    String ending =
        classes == 0
            ? "dense(1) | mse l2=0.01"
            : "dense(%d) | softmax-xent l2=%s"
                .formatted(classes, train.inputShape().length == 3 ? "1e-4" : "0.003");
    return train.inputShape().length == 3
        ? ImageNetwork.hidden(train.inputShape()) + " " + ending
        : "dense(%1$d) relu dense(%2$d) relu %3$s"
            .formatted(2 * width(train.size()), width(train.size()), ending);
  }

  private static int width(int examples) {
    return examples < FEW ? 16 : examples < MANY ? 32 : 64;
  }

  /** So many that a network sees a quarter of a million examples in all, within limits. */
  static int epochs(int examples) {
    return Math.max(SHORTEST, Math.min(LONGEST, EXAMPLES_TO_SEE / Math.max(1, examples)));
  }
}
