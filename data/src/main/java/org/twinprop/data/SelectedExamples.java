package org.twinprop.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Some rows of other examples, in an order of its own; copies nothing but the row numbers. */
final class SelectedExamples implements Examples {
  private final Examples all;
  private final int[] rows;

  SelectedExamples(Examples all, int[] rows) {
    for (int row : rows) {
      Objects.checkIndex(row, all.size());
    }
    this.all = all;
    this.rows = rows.clone();
  }

  /** Whether both are parts of the same examples. */
  static boolean ofTheSame(Examples first, Examples second) {
    return first instanceof SelectedExamples one
        && second instanceof SelectedExamples other
        && one.all == other.all;
  }

  /**
   * Two parts of the same examples in one.
   *
   * @throws IllegalArgumentException if they are not
   */
  static Examples together(Examples first, Examples second) {
    if (first instanceof SelectedExamples one
        && second instanceof SelectedExamples other
        && one.all == other.all) {
      return new SelectedExamples(
          one.all, IntStream.concat(Arrays.stream(one.rows), Arrays.stream(other.rows)).toArray());
    }
    throw new IllegalArgumentException(
        "no parts of the same examples: %s, and %s"
            .formatted(first.description(), second.description()));
  }

  @Override
  public String description() {
    return String.format(Locale.ROOT, "%,d of: %s", rows.length, all.description());
  }

  @Override
  public int size() {
    return rows.length;
  }

  @Override
  public long[] inputShape() {
    return all.inputShape();
  }

  @Override
  public List<String> featureNames() {
    return all.featureNames();
  }

  @Override
  public boolean darkIsOne() {
    return all.darkIsOne();
  }

  @Override
  public float[] light(int row) {
    return all.light(rows[row]);
  }

  @Override
  public List<String> classNames() {
    return all.classNames();
  }

  @Override
  public long[] targetShape() {
    return all.targetShape();
  }

  @Override
  public void inputs(int[] selected, INDArray into) {
    all.inputs(inAll(selected), into);
  }

  @Override
  public void targets(int[] selected, INDArray into) {
    all.targets(inAll(selected), into);
  }

  @Override
  public int classOf(int row) {
    return all.classOf(rows[row]);
  }

  @Override
  public TargetScale targetScale() {
    return all.targetScale();
  }

  @Override
  public double valueOf(int row) {
    return all.valueOf(rows[row]);
  }

  @Override
  public Examples fittedTo(int[] training) {
    return new SelectedExamples(all.fittedTo(inAll(training)), rows);
  }

  @Override
  public List<String> groupColumns() {
    return all.groupColumns();
  }

  @Override
  public String group(String column, int row) {
    return all.group(column, rows[row]);
  }

  /** A view of a view reads the original directly. */
  @Override
  public Examples select(int[] selected) {
    return new SelectedExamples(all, inAll(selected));
  }

  private int[] inAll(int[] selected) {
    return Arrays.stream(selected).map(row -> rows[row]).toArray();
  }
}
