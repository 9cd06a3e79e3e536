package org.twinprop.data.numpy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Writes an ND4J array as {@code .npy} version 1.0, little-endian, in C order. */
final class NpyWriter {
  /** NumPy aligns the first element to 64 bytes, so that the file can be mapped into memory. */
  private static final int ALIGNMENT = 64;

  private static final int PIECE_BYTES = 1 << 16;

  private final NpyHeader header;
  private final INDArray array;

  /**
   * @param array of FLOAT, DOUBLE, INT or LONG, of any layout; it is only read
   * @throws IllegalArgumentException for other types
   */
  NpyWriter(INDArray array) {
    // ND4J's empty array without a shape would read as a single number.
    boolean shapeless = array.isEmpty() && array.rank() == 0;
    List<Long> shape = shapeless ? List.of(0L) : Arrays.stream(array.shape()).boxed().toList();
    this.header =
        new NpyHeader(NpyType.toWrite(array.dataType()), ByteOrder.LITTLE_ENDIAN, false, shape);
    this.array = array;
  }

  /** Bytes of the header and the elements together. */
  long bytes() {
    return header().length + header.bytes();
  }

  /**
   * Writes the header and the elements. May be called more than once.
   *
   * @throws IOException if the stream fails
   */
  void writeTo(OutputStream out) throws IOException {
    out.write(header());
    if (header.length() == 0) {
      return;
    }
    // A view's buffer holds other elements too, and a Fortran array's another order.
    INDArray contiguous = array.dup('c');
    try {
      writeElements(contiguous, out);
    } finally {
      contiguous.close();
    }
  }

  private byte[] header() {
    int prefix = NpyHeaderReader.MAGIC.length + 4;
    String text = header.text();
    int padding = Math.floorMod(-(prefix + text.length() + 1), ALIGNMENT);
    byte[] dictionary = (text + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(prefix + dictionary.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(NpyHeaderReader.MAGIC)
        .put((byte) 1)
        .put((byte) 0)
        .putShort((short) dictionary.length)
        .put(dictionary)
        .array();
  }

  private void writeElements(INDArray contiguous, OutputStream out) throws IOException {
    switch (header.type()) {
      case FLOAT32 -> {
        float[] values = contiguous.data().asFloat();
        write(out, (piece, from, count) -> piece.asFloatBuffer().put(values, from, count));
      }
      case FLOAT64 -> {
        double[] values = contiguous.data().asDouble();
        write(out, (piece, from, count) -> piece.asDoubleBuffer().put(values, from, count));
      }
      case INT32 -> {
        int[] values = contiguous.data().asInt();
        write(out, (piece, from, count) -> piece.asIntBuffer().put(values, from, count));
      }
      default -> {
        long[] values = contiguous.data().asLong();
        write(out, (piece, from, count) -> piece.asLongBuffer().put(values, from, count));
      }
    }
  }

  /** Encodes elements {@code from} to {@code from + count} into the piece. */
  private interface Encoder {
    void encode(ByteBuffer piece, int from, int count);
  }

  private void write(OutputStream out, Encoder encoder) throws IOException {
    int bytes = header.type().bytes();
    ByteBuffer piece = ByteBuffer.allocate(PIECE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    int length = Math.toIntExact(header.length());
    for (int from = 0; from < length; from += PIECE_BYTES / bytes) {
      int count = Math.min(length - from, PIECE_BYTES / bytes);
      encoder.encode(piece, from, count);
      out.write(piece.array(), 0, count * bytes);
    }
  }
}
