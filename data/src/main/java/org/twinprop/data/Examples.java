package org.twinprop.data;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Labelled examples, in memory or mapped from a file, each with the groups that it belongs to. Rows
 * are numbered from 0 to {@link #size()} - 1; the same row number always means the same example.
 * Implementations never change after construction and can be read by several threads.
 */
public interface Examples {
  /** What these examples are, for a person: where from, which part, how many. */
  String description();

  /** The number of examples. */
  int size();

  /**
   * The shape of one input without the batch dimension, e.g. {1, 28, 28}: channels, height, width.
   */
  long[] inputShape();

  /** The name of each class in the order of the class numbers; empty for regression. */
  List<String> classNames();

  /** The shape of one target without the batch dimension: {classes} one-hot, {1} for regression. */
  default long[] targetShape() {
    return new long[] {classNames().size()};
  }

  /**
   * Writes the inputs of some rows into an array.
   *
   * @param rows which examples, in the order wanted
   * @param into shape [rows.length, inputShape...], any floating-point type; pixels become 0..1
   * @throws IllegalArgumentException if the shape of {@code into} is another
   * @throws IndexOutOfBoundsException if a row does not exist
   */
  void inputs(int[] rows, INDArray into);

  /**
   * Writes the targets of some rows into an array: one-hot for classes, which is what this does;
   * the value for regression.
   *
   * @param rows which examples, in the order wanted
   * @param into shape [rows.length, targetShape...], any floating-point type
   * @throws IllegalArgumentException if the shape of {@code into} is another
   * @throws IndexOutOfBoundsException if a row does not exist
   */
  default void targets(int[] rows, INDArray into) {
    ArrayFill.fill(
        into,
        rows.length,
        targetShape(),
        (position, values) -> {
          Arrays.fill(values, 0);
          values[classOf(rows[position])] = 1;
        });
  }

  /**
   * The class number of one example.
   *
   * @throws UnsupportedOperationException for regression
   */
  int classOf(int row);

  /** The names of the group columns, e.g. population, writer, digit; may be empty. */
  List<String> groupColumns();

  /**
   * The group that one example belongs to, e.g. "Census Bureau employees" in column "population".
   *
   * @return never null
   * @throws BadInput if there is no such column; the message lists those that exist
   */
  String group(String column, int row);

  /**
   * A view of some of these examples, in the given order, with their groups.
   *
   * @param rows row numbers of these examples; row i of the view is {@code rows[i]}
   */
  default Examples select(int[] rows) {
    return new SelectedExamples(this, rows);
  }
}
