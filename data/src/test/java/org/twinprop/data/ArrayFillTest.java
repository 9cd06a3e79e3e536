package org.twinprop.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ArrayFillTest {
  private static final int EXAMPLES = 3;
  private static final long[] SHAPE = {2, 4};

  static Stream<Arguments> destinations() {
    return Stream.of(DataType.FLOAT, DataType.DOUBLE, DataType.FLOAT16)
        .flatMap(
            type ->
                Stream.of(
                    Arguments.of("C order", Nd4j.create(type, EXAMPLES, 2, 4)),
                    Arguments.of(
                        "Fortran order", Nd4j.create(type, new long[] {EXAMPLES, 2, 4}, 'f')),
                    Arguments.of(
                        "first rows of more", Nd4j.create(type, 5, 2, 4).get(interval(0, 3))),
                    Arguments.of(
                        "last rows of more", Nd4j.create(type, 5, 2, 4).get(interval(2, 5))),
                    Arguments.of(
                        "every other column",
                        Nd4j.create(type, EXAMPLES, 2, 8).get(all(), all(), interval(0, 2, 8))),
                    Arguments.of("permuted", Nd4j.create(type, 4, 2, EXAMPLES).permute(2, 1, 0))));
  }

  @ParameterizedTest(name = "{0}", autoCloseArguments = false)
  @MethodSource("destinations")
  void everyElementGetsItsValueWhateverTheLayout(String name, INDArray into) {
    ArrayFill.fill(
        into,
        EXAMPLES,
        SHAPE,
        (position, values) -> Arrays.setAll(values, i -> value(position, i)));

    for (int n = 0; n < EXAMPLES; n++) {
      for (int i = 0; i < 8; i++) {
        assertEquals(value(n, i), into.getDouble(n, i / 4, i % 4), name + " at " + n + ", " + i);
      }
    }
  }

  /** Exact in half precision too. */
  private static double value(int position, int element) {
    return position * 8 + element + 0.5;
  }

  @Test
  void neighboursOfAViewStayAsTheyWere() {
    INDArray all = Nd4j.zeros(DataType.FLOAT, 5, 2, 4);
    ArrayFill.fill(
        all.get(interval(1, 4)), EXAMPLES, SHAPE, (position, values) -> Arrays.fill(values, 1));

    assertEquals(24, all.sumNumber().intValue());
    assertEquals(0, all.get(interval(0, 1)).sumNumber().intValue());
    assertEquals(0, all.get(interval(4, 5)).sumNumber().intValue());
  }

  @Test
  void anArrayOfAnotherShapeIsRefused() {
    INDArray transposed = Nd4j.create(DataType.FLOAT, EXAMPLES, 4, 2);
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> ArrayFill.fill(transposed, EXAMPLES, SHAPE, (position, values) -> {}));
    assertEquals(
        "the array to fill has shape [3, 4, 2]; 3 examples need [3, 2, 4]", refused.getMessage());
  }
}
