package org.twinprop.layers.primitives;

import static org.twinprop.layers.ArrayAssertions.assertClose;
import static org.twinprop.layers.ArrayAssertions.entries;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.twinprop.layers.RandomArrays;

/** Each primitive against plain loops; sizes of one are where ND4J's own operations change. */
class Nd4jPrimitivesTest {
  private static final Primitives PRIMITIVES = new Nd4jPrimitives();

  static Stream<Arguments> sizes() {
    int[] some = {1, 2, 5};
    return Arrays.stream(some)
        .boxed()
        .flatMap(
            m ->
                Arrays.stream(some)
                    .boxed()
                    .flatMap(k -> Arrays.stream(some).mapToObj(n -> Arguments.of(m, k, n))));
  }

  /** A matrix as parameters are: a view that begins inside a longer vector. */
  private static INDArray insideVector(INDArray matrix) {
    long length = matrix.length();
    INDArray vector = Nd4j.create(DataType.DOUBLE, length + 7);
    return vector
        .get(NDArrayIndex.interval(3, 3 + length))
        .reshape('c', matrix.shape())
        .assign(matrix);
  }

  private static INDArray product(INDArray a, INDArray b) {
    INDArray out = Nd4j.create(DataType.DOUBLE, a.size(0), b.size(1));
    for (int i = 0; i < a.size(0); i++) {
      for (int j = 0; j < b.size(1); j++) {
        double sum = 0;
        for (int k = 0; k < a.size(1); k++) {
          sum += a.getDouble(i, k) * b.getDouble(k, j);
        }
        out.putScalar(i, j, sum);
      }
    }
    return out;
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void products(int m, int k, int n) {
    RandomArrays random = new RandomArrays(1);
    INDArray a = random.gaussian(m, k);
    INDArray b = random.gaussian(k, n);
    INDArray expected = product(a, b);
    INDArray out = insideVector(random.gaussian(m, n));
    PRIMITIVES.times(a, insideVector(b), out);
    assertClose(expected, out, 1e-14);
    out.assign(Double.NaN); // what was there before must not matter
    PRIMITIVES.transposeTimes(a.transpose().dup('c'), b, out);
    assertClose(expected, out, 1e-14);
    out.assign(Double.NaN);
    PRIMITIVES.timesTranspose(insideVector(a), b.transpose().dup('c'), out);
    assertClose(expected, out, 1e-14);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void sumsAndMaxima(int rows, int columns, int seed) {
    INDArray y = new RandomArrays(seed).gaussian(rows, columns);
    double[] rowSums = new double[rows];
    double[] columnSums = new double[columns];
    double[] largest = new double[rows];
    Arrays.fill(largest, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        rowSums[i] += y.getDouble(i, j);
        columnSums[j] += y.getDouble(i, j);
        largest[i] = Math.max(largest[i], y.getDouble(i, j));
      }
    }
    INDArray byRow = insideVector(Nd4j.create(DataType.DOUBLE, rows));
    INDArray byColumn = insideVector(Nd4j.create(DataType.DOUBLE, columns));
    PRIMITIVES.sumOfRows(y, byColumn);
    assertClose(Nd4j.createFromArray(columnSums), byColumn, 1e-14);
    PRIMITIVES.sumOfColumns(y, byRow);
    assertClose(Nd4j.createFromArray(rowSums), byRow, 1e-14);
    PRIMITIVES.maxOfColumns(y, byRow);
    assertClose(Nd4j.createFromArray(largest), byRow, 0);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void vectorsAddedToRowsAndColumns(int rows, int columns, int seed) {
    RandomArrays random = new RandomArrays(seed);
    INDArray y = random.gaussian(rows, columns);
    INDArray toRows = insideVector(random.gaussian(columns));
    INDArray toColumns = insideVector(random.gaussian(rows));
    double[] expected = entries(y);
    for (int i = 0; i < expected.length; i++) {
      expected[i] += toRows.getDouble(i % columns);
      expected[i] += toColumns.getDouble(i / columns);
    }
    PRIMITIVES.addToRows(y, toRows);
    PRIMITIVES.addToColumns(y, toColumns);
    assertClose(Nd4j.create(expected, new long[] {rows, columns}, DataType.DOUBLE), y, 1e-15);
  }
}
