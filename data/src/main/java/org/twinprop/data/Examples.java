package org.twinprop.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

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

  /**
   * The name of each number of an input of one dimension; numbered from 1 if they have no names.
   */
  default List<String> featureNames() {
    return IntStream.rangeClosed(1, Math.toIntExact(inputShape()[0]))
        .mapToObj(i -> "feature " + i)
        .toList();
  }

  /** Of images, whether inputs are ink on paper: 1 where it is dark, 0 where it is not. */
  default boolean darkIsOne() {
    return true;
  }

  /**
   * Of an image, how light every pixel is, from 0 to 1: channel after channel, row after row from
   * the top. That is what is to be seen, whatever inputs a network is given.
   */
  default float[] light(int row) {
    long[] shape = inputShape();
    try (INDArray ink = Nd4j.create(DataType.FLOAT, 1, shape[0], shape[1], shape[2])) {
      inputs(new int[] {row}, ink);
      float[] light = ink.reshape(ink.length()).toFloatVector();
      for (int i = 0; i < light.length; i++) {
        light[i] = 1 - light[i];
      }
      return light;
    }
  }

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

  /** How outputs of a network become values of targets; only a regression has a scale. */
  default TargetScale targetScale() {
    return TargetScale.NONE;
  }

  /**
   * The target of one example in its own unit; of a regression with one target an example.
   *
   * @throws UnsupportedOperationException for classes
   */
  default double valueOf(int row) {
    if (!classNames().isEmpty()) {
      throw new UnsupportedOperationException(description() + " have classes, not values");
    }
    try (INDArray target = Nd4j.create(DataType.DOUBLE, 1, 1)) {
      targets(new int[] {row}, target);
      return targetScale().toValue(target.getDouble(0));
    }
  }

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
   * The same examples, with all that was fitted to examples (scales, categories, what stands in for
   * missing values) fitted anew to some of them: to be called before these are divided otherwise
   * than they were. Where nothing is fitted these are the examples themselves.
   *
   * @param training rows that are learned from
   */
  default Examples fittedTo(int[] training) {
    return this;
  }

  /**
   * A view of some of these examples, in the given order, with their groups.
   *
   * @param rows row numbers of these examples; row i of the view is {@code rows[i]}
   */
  default Examples select(int[] rows) {
    return new SelectedExamples(this, rows);
  }
}
