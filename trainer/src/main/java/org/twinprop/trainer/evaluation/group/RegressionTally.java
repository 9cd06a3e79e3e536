package org.twinprop.trainer.evaluation.group;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 *
 * <p>Where examples come in units whose errors are alike (the listings of one building), whole
 * units are dealt to blocks instead, so that the bootstrap draws units, and tests count blocks.
 */
public final class RegressionTally {
  private static final int BLOCKS = 500;

  private final double origin;
  private final SplittableRandom dealer;
  private final List<ErrorSums> blocks = new ArrayList<>();
  private final ResidualTally residuals;
  private final Map<String, ErrorSums> units = new HashMap<>();
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

  /**
   * Counts one example of a unit; the examples of a tally have units all, or none has.
   *
   * @param unit such as a building
   */
  public void add(String unit, double target, double prediction) {
    units.computeIfAbsent(unit, name -> blockOfUnit()).add(target - origin, prediction - target);
    residuals.add(target, prediction);
    n++;
  }

  private ErrorSums blockOfUnit() {
    if (blocks.size() == BLOCKS) {
      return blocks.get(dealer.nextInt(BLOCKS));
    }
    ErrorSums block = new ErrorSums();
    blocks.add(block);
    return block;
  }

  /**
   * How many values a mean is one of, as far as chance goes, and how those vary: examples, or
   * blocks of whole units, of which one says little more with many examples than with one (Liang
   * and Zeger, Longitudinal data analysis using generalized linear models, Biometrika 73, 1986).
   *
   * @param metric {@link RegressionMetric#MAE} or {@link RegressionMetric#BIAS}
   */
  Spread spread(RegressionMetric metric) {
    ErrorSums all = sums();
    double mean = metric.value(all);
    if (units.isEmpty()) {
      return new Spread(n, all.variance(mean));
    }
    double squares = 0;
    for (ErrorSums block : blocks) {
      double deviation = block.n() * (metric.value(block) - mean);
      squares += deviation * deviation;
    }
    double count = blocks.size();
    double ofMean = squares / ((double) n * n) * count / (count - 1);
    return new Spread(blocks.size(), count < 2 ? Double.NaN : ofMean * count);
  }

  /**
   * @param n independent values
   * @param variance of one of them
   */
  record Spread(long n, double variance) {}

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
