package org.twinprop.trainer.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.data.Examples;

/**
 * The features of examples as a linear regression needs them: each with mean 0 and deviation 1, and
 * none that is a sum of others before it. Of such there would be infinitely many least squares
 * solutions; of a category in indicators, the one that can be left out is the level that others are
 * compared with.
 *
 * @param rows [example][kept feature], standardised
 * @param targets of each example, as the network learns them
 * @param kept which features these are, by their place in the input
 * @param dropped which are sums of others, or the same in every example
 * @param means of the kept features as they were
 * @param deviations of them
 */
record DesignMatrix(
    double[][] rows,
    double[] targets,
    int[] kept,
    int[] dropped,
    double[] means,
    double[] deviations) {
  /**
   * What is left of a feature's length, once others are taken out of it, if it is one of its own.
   */
  private static final double INDEPENDENT = 1e-6;

  /**
   * @param examples with inputs of one dimension
   */
  static DesignMatrix of(Examples examples) {
    double[][] columns = transposed(inputs(examples));
    double[] means = Arrays.stream(columns).mapToDouble(DesignMatrix::mean).toArray();
    double[] deviations = new double[columns.length];
    for (int i = 0; i < columns.length; i++) {
      deviations[i] = standardise(columns[i], means[i]);
    }
    int[] kept = independent(columns, deviations);
    int[] dropped =
        IntStream.range(0, columns.length)
            .filter(column -> Arrays.binarySearch(kept, column) < 0)
            .toArray();
    return new DesignMatrix(
        transposed(select(columns, kept)),
        targets(examples),
        kept,
        dropped,
        Arrays.stream(kept).mapToDouble(column -> means[column]).toArray(),
        Arrays.stream(kept).mapToDouble(column -> deviations[column]).toArray());
  }

  private static double[][] inputs(Examples examples) {
    int features = Math.toIntExact(examples.inputShape()[0]);
    int[] rows = IntStream.range(0, examples.size()).toArray();
    try (INDArray x = Nd4j.create(DataType.DOUBLE, rows.length, features)) {
      examples.inputs(rows, x);
      return x.toDoubleMatrix();
    }
  }

  private static double[] targets(Examples examples) {
    int[] rows = IntStream.range(0, examples.size()).toArray();
    try (INDArray y = Nd4j.create(DataType.DOUBLE, rows.length, 1)) {
      examples.targets(rows, y);
      return y.data().asDouble();
    }
  }

  private static double mean(double[] column) {
    return Arrays.stream(column).sum() / column.length;
  }

  /** In place; returns the deviation, 0 of a feature that is the same everywhere. */
  private static double standardise(double[] column, double mean) {
    double squares = 0;
    double largest = 0;
    for (double value : column) {
      squares += (value - mean) * (value - mean);
      largest = Math.max(largest, Math.abs(value));
    }
    double deviation = Math.sqrt(squares / column.length);
    boolean constant = deviation <= 1e-12 * largest;
    for (int i = 0; i < column.length; i++) {
      column[i] = constant ? 0 : (column[i] - mean) / deviation;
    }
    return constant ? 0 : deviation;
  }

  /**
   * In their order, those that are no sum of those before: Gram and Schmidt, twice for exactness
   * (Golub and Van Loan, Matrix Computations, 4th edition, section 5.2.8).
   */
  private static int[] independent(double[][] columns, double[] deviations) {
    List<double[]> basis = new ArrayList<>();
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      double[] rest = columns[i].clone();
      basis.forEach(direction -> takeOut(rest, direction));
      basis.forEach(direction -> takeOut(rest, direction));
      double length = Math.sqrt(dot(rest, rest));
      if (deviations[i] > 0 && length > INDEPENDENT * Math.sqrt(rest.length)) {
        basis.add(Arrays.stream(rest).map(value -> value / length).toArray());
        kept.add(i);
      }
    }
    return kept.stream().mapToInt(Integer::intValue).toArray();
  }

  private static void takeOut(double[] rest, double[] direction) {
    double along = dot(rest, direction);
    for (int i = 0; i < rest.length; i++) {
      rest[i] -= along * direction[i];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double[][] select(double[][] columns, int[] kept) {
    return Arrays.stream(kept).mapToObj(column -> columns[column]).toArray(double[][]::new);
  }

  private static double[][] transposed(double[][] matrix) {
    int width = matrix.length == 0 ? 0 : matrix[0].length;
    double[][] result = new double[width][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < width; j++) {
        result[j][i] = matrix[i][j];
      }
    }
    return result;
  }
}
