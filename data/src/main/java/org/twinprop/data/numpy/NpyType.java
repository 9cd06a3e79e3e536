package org.twinprop.data.numpy;

import java.util.Arrays;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;

/** The element types that are read, and the ND4J type each becomes without losing a value. */
enum NpyType {
  BOOL("b1", DataType.INT32),
  INT8("i1", DataType.INT32),
  INT16("i2", DataType.INT32),
  INT32("i4", DataType.INT32),
  INT64("i8", DataType.INT64),
  UINT8("u1", DataType.INT32),
  UINT16("u2", DataType.INT32),
  UINT32("u4", DataType.INT64),
  UINT64("u8", DataType.INT64),
  FLOAT16("f2", DataType.FLOAT),
  FLOAT32("f4", DataType.FLOAT),
  FLOAT64("f8", DataType.DOUBLE);

  private final String code;
  private final DataType target;

  NpyType(String code, DataType target) {
    this.code = code;
    this.target = target;
  }

  /** NumPy's letter for the kind and the number of bytes, without the byte order: {@code f4}. */
  String code() {
    return code;
  }

  /** Bytes of one element in the file. */
  int bytes() {
    return code.charAt(1) - '0';
  }

  /** The type of the ND4J array that holds these elements. */
  DataType target() {
    return target;
  }

  /** The type of the given code, empty where it is none that can be read. */
  static Optional<NpyType> of(String code) {
    return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
  }

  /**
   * The type in which an ND4J array is written.
   *
   * @throws IllegalArgumentException for types other than FLOAT, DOUBLE, INT, LONG
   */
  static NpyType toWrite(DataType type) {
    return switch (type) {
      case FLOAT -> FLOAT32;
      case DOUBLE -> FLOAT64;
      case INT -> INT32;
      case LONG -> INT64;
      default ->
          throw new IllegalArgumentException(
              "arrays of " + type + " are not written; cast to FLOAT, DOUBLE, INT or LONG first");
    };
  }
}
