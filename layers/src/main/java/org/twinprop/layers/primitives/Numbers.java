package org.twinprop.layers.primitives;

import java.lang.ref.Reference;
import java.nio.Buffer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An array's numbers where they lie in the machine's own memory, counted from its first entry.
 * Whoever calls keeps within the array: products check nothing.
 *
 * @param type float32 or float64
 * @param address of the first entry
 * @param buffer over all of them, a {@code FloatBuffer} or {@code DoubleBuffer}
 */
record Numbers(DataType type, long address, Buffer buffer) {
  /** Whether the array's numbers can be reached so. */
  static boolean reach(INDArray array) {
    return (array.dataType() == DataType.FLOAT || array.dataType() == DataType.DOUBLE)
        && extent(array) <= Integer.MAX_VALUE
        && array.data().pointer() instanceof Pointer;
  }

  static Numbers of(INDArray array) {
    DataType type = array.dataType();
    long first = addressOf(array);
    return type == DataType.FLOAT
        ? new Numbers(type, first, new Floats(first, extent(array)).asBuffer())
        : new Numbers(type, first, new Doubles(first, extent(array)).asBuffer());
  }

  /** Where an array's first entry lies. */
  static long addressOf(INDArray array) {
    return array.data().pointer().address() + array.offset() * array.dataType().width();
  }

  /**
   * Keeps arrays, and so their memory, until here: an address alone does not, and the garbage
   * collector may take an array that nothing in Java reads any more.
   */
  static void keepUntilHere(INDArray... arrays) {
    Reference.reachabilityFence(arrays);
  }

  /** How far the last entry lies from the first, and one more. */
  private static long extent(INDArray array) {
    long extent = 1;
    for (int d = 0; d < array.rank(); d++) {
      extent += (array.size(d) - 1) * array.stride(d);
    }
    return extent;
  }

  /** Where the entry lies in memory. */
  long addressOf(long entry) {
    return address + entry * type.width();
  }

  /** A pointer to memory that it does not own. */
  static final class Floats extends FloatPointer {
    Floats(long address, long count) {
      super((Pointer) null);
      this.address = address;
      this.limit = count;
      this.capacity = count;
    }
  }

  /** A pointer to memory that it does not own. */
  static final class Doubles extends DoublePointer {
    Doubles(long address, long count) {
      super((Pointer) null);
      this.address = address;
      this.limit = count;
      this.capacity = count;
    }
  }
}
