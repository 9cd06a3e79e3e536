package org.twinprop.trainer.evaluation.group;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What is summed of a group whose examples have numbers predicted.
 *
 * <p>A bootstrap of examples would need them all, or a random weight for each example and each
 * resample. Instead the examples are dealt to at most {@value #BLOCKS} blocks, and blocks are drawn
 * with replacement: up to {@value #BLOCKS} examples each has a block of its own, which is the
 * bootstrap itself; beyond that blocks are random parts of the group, whose spread gives the same
 * variance with 499 degrees of freedom (Wolter, Introduction to Variance Estimation, 2007, chapter
 * 2). Memory and time are then those of the blocks.
 */
public final class RegressionTally {
  private static final int BLOCKS = 500;

  private final double origin;
  private final SplittableRandom dealer;
  private final List<ErrorSums> blocks = new ArrayList<>();
  private final ResidualTally residuals;
  private long n;

  /**
   * @param origin a number near the targets, such as the first of them
   * @param seed of dealing examples to blocks, and of drawing some of them to be shown
   */
  public RegressionTally(double origin, long seed) {
    this.origin = origin;
    dealer = new SplittableRandom(seed);
    residuals = new ResidualTally(~seed);
  }

  /** Counts one example. */
  public void add(double target, double prediction) {
    ErrorSums block;
    if (n < BLOCKS) {
      block = new ErrorSums();
      blocks.add(block);
    } else {
      block = blocks.get(dealer.nextInt(BLOCKS));
    }
    block.add(target - origin, prediction - target);
    residuals.add(target, prediction);
    n++;
  }

  long n() {
    return n;
  }

  Residuals residuals() {
    return residuals.residuals();
  }

  /** Over all examples. */
  ErrorSums sums() {
    ErrorSums all = new ErrorSums();
    blocks.forEach(all::add);
    return all;
  }

  /** Over as many blocks as there are, drawn with replacement. */
  ErrorSums resampled(SplittableRandom random) {
    ErrorSums drawn = new ErrorSums();
    for (int i = 0; i < blocks.size(); i++) {
      drawn.add(blocks.get(random.nextInt(blocks.size())));
    }
    return drawn;
  }
}
