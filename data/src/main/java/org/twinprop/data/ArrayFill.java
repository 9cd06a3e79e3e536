package org.twinprop.data;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner.ExecutionerType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Fills an array with the values of examples. Where the processor can write into the array's own
 * memory, each example is copied there in one piece and nothing is allocated off the heap;
 * elsewhere (GPU, views, other orders and types) an ND4J copy does the same more slowly.
 */
public final class ArrayFill {
  private ArrayFill() {}

  /** Where the values come from. */
  @FunctionalInterface
  public interface ExampleSource {
    /**
     * Writes one example over all of {@code values}.
     *
     * @param position which of the examples to fill in, from 0
     * @param values as long as one example, in C order (the last dimension fastest)
     */
    void copy(int position, double[] values);
  }

  /**
   * Fills the whole array.
   *
   * @param into shape [examples, exampleShape...], floating-point
   * @param examples how many
   * @param exampleShape shape of one, without the batch dimension
   * @param source asked once for each example, in order
   * @throws IllegalArgumentException if the array has another shape
   */
  public static void fill(INDArray into, int examples, long[] exampleShape, ExampleSource source) {
    requireShape(into, examples, exampleShape);
    double[] values =
        new double[Math.toIntExact(Arrays.stream(exampleShape).reduce(1, Math::multiplyExact))];
    if (writable(into, DataType.FLOAT)) {
      fill(into.data().asNioFloat(), examples, values, source);
    } else if (writable(into, DataType.DOUBLE)) {
      fill(into.data().asNioDouble(), examples, values, source);
    } else {
      fillByCopy(into, examples, values, source);
    }
  }

  private static void fill(FloatBuffer into, int examples, double[] values, ExampleSource source) {
    float[] floats = new float[values.length];
    for (int i = 0; i < examples; i++) {
      source.copy(i, values);
      for (int j = 0; j < floats.length; j++) {
        floats[j] = (float) values[j];
      }
      into.put(floats);
    }
  }

  private static void fill(DoubleBuffer into, int examples, double[] values, ExampleSource source) {
    for (int i = 0; i < examples; i++) {
      source.copy(i, values);
      into.put(values);
    }
  }

  private static void fillByCopy(
      INDArray into, int examples, double[] values, ExampleSource source) {
    double[] all = new double[Math.multiplyExact(examples, values.length)];
    for (int i = 0; i < examples; i++) {
      source.copy(i, values);
      System.arraycopy(values, 0, all, i * values.length, values.length);
    }
    try (INDArray flat = Nd4j.createFromArray(all)) {
      into.assign(flat.reshape('c', into.shape()));
    }
  }

  /** True where the elements lie in memory of the processor, without gaps and in C order. */
  private static boolean writable(INDArray array, DataType type) {
    return array.dataType() == type
        && Nd4j.getExecutioner().type() == ExecutionerType.NATIVE_CPU
        && array.offset() == 0
        && Arrays.equals(array.stride(), cOrderStrides(array.shape()));
  }

  private static long[] cOrderStrides(long[] shape) {
    long[] strides = new long[shape.length];
    long stride = 1;
    for (int i = shape.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= shape[i];
    }
    return strides;
  }

  private static void requireShape(INDArray into, int examples, long[] exampleShape) {
    long[] needed = new long[exampleShape.length + 1];
    needed[0] = examples;
    System.arraycopy(exampleShape, 0, needed, 1, exampleShape.length);
    if (!Arrays.equals(into.shape(), needed)) {
      throw new IllegalArgumentException(
          "the array to fill has shape %s; %d examples need %s"
              .formatted(Arrays.toString(into.shape()), examples, Arrays.toString(needed)));
    }
  }
}
