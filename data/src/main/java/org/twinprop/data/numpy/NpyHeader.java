package org.twinprop.data.numpy;

import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the header of a {@code .npy} array says.
 *
 * @param type the type of one element
 * @param order the byte order of one element
 * @param fortranOrder whether the first index runs fastest
 * @param shape the length of every axis; empty for a single number
 */
record NpyHeader(NpyType type, ByteOrder order, boolean fortranOrder, List<Long> shape) {
  /** Keeps an unmodifiable copy of the shape. */
  NpyHeader {
    shape = List.copyOf(shape);
  }

  /**
   * The number of elements.
   *
   * @throws ArithmeticException if it does not fit in a long
   */
  long length() {
    // A zero anywhere makes an empty array, however large its neighbours are.
    return shape.contains(0L) ? 0 : shape.stream().reduce(1L, Math::multiplyExact);
  }

  /**
   * The bytes of all elements in the file.
   *
   * @throws ArithmeticException if they do not fit in a long
   */
  long bytes() {
    return Math.multiplyExact(length(), type.bytes());
  }

  /** The header as a Python dictionary with the keys in NumPy's order. */
  String text() {
    return "{'descr': '%s%s', 'fortran_order': %s, 'shape': %s, }"
        .formatted(
            order == ByteOrder.LITTLE_ENDIAN ? "<" : ">",
            type.code(),
            fortranOrder ? "True" : "False",
            shapeText());
  }

  /** The shape as a Python tuple: {@code ()}, {@code (3,)}, {@code (3, 4)}. */
  String shapeText() {
    String sizes = shape.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return "(" + sizes + (shape.size() == 1 ? ",)" : ")");
  }
}
