package org.twinprop.data.numpy;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.indexer.HalfIndexer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Reads the elements behind a {@code .npy} header into an ND4J array in C order. The caller has
 * checked that as many bytes as the header claims are there and fit in memory.
 */
final class NpyReader {
  /** Elements are decoded in pieces of this many bytes, a multiple of every element's size. */
  private static final int PIECE_BYTES = 1 << 16;

  /** Decodes one piece, elements {@code from} to {@code from + count}, from the buffer. */
  private interface Decoder {
    void decode(ByteBuffer piece, int from, int count);
  }

  private final ArrayPlace place;
  private final NpyHeader header;
  private final DataInputStream in;

  NpyReader(ArrayPlace place, NpyHeader header, DataInputStream in) {
    this.place = place;
    this.header = header;
    this.in = in;
  }

  /**
   * Reads all elements.
   *
   * @throws org.twinprop.data.BadInput if a value does not fit in a signed 64-bit integer
   * @throws IOException if the stream fails or ends early
   */
  INDArray read() throws IOException {
    long[] shape = header.shape().stream().mapToLong(Long::longValue).toArray();
    if (header.length() == 0) {
      return Nd4j.create(header.type().target(), shape);
    }
    return header.fortranOrder() ? readFortranOrder() : readElements(shape);
  }

  /** The first index runs fastest: the same bytes as the transposed array's in C order. */
  private INDArray readFortranOrder() throws IOException {
    int rank = header.shape().size();
    int[] reversedAxes = IntStream.range(0, rank).map(axis -> rank - 1 - axis).toArray();
    long[] reversedShape = Arrays.stream(reversedAxes).mapToLong(header.shape()::get).toArray();
    INDArray transposed = readElements(reversedShape);
    if (rank < 2) {
      return transposed;
    }
    INDArray array = transposed.permute(reversedAxes).dup('c');
    transposed.close();
    return array;
  }

  private INDArray readElements(long[] shape) throws IOException {
    int length = Math.toIntExact(header.length());
    return switch (header.type().target()) {
      case FLOAT -> Nd4j.create(floats(length), shape, 'c');
      case DOUBLE -> Nd4j.create(doubles(length), shape, 'c');
      case INT -> Nd4j.createFromArray(ints(length)).reshape('c', shape);
      default -> Nd4j.createFromArray(longs(length)).reshape('c', shape);
    };
  }

  private float[] floats(int length) throws IOException {
    float[] values = new float[length];
    decode(
        header.type() == NpyType.FLOAT32
            ? (piece, from, count) -> piece.asFloatBuffer().get(values, from, count)
            : (piece, from, count) -> {
              for (int i = from; i < from + count; i++) {
                values[i] = HalfIndexer.toFloat(Short.toUnsignedInt(piece.getShort()));
              }
            });
    return values;
  }

  private double[] doubles(int length) throws IOException {
    double[] values = new double[length];
    decode((piece, from, count) -> piece.asDoubleBuffer().get(values, from, count));
    return values;
  }

  private int[] ints(int length) throws IOException {
    int[] values = new int[length];
    decode(
        (piece, from, count) -> {
          for (int i = from; i < from + count; i++) {
            values[i] = nextInt(piece);
          }
        });
    return values;
  }

  private int nextInt(ByteBuffer piece) {
    return switch (header.type()) {
      case BOOL -> piece.get() == 0 ? 0 : 1;
      case INT8 -> piece.get();
      case UINT8 -> Byte.toUnsignedInt(piece.get());
      case INT16 -> piece.getShort();
      case UINT16 -> Short.toUnsignedInt(piece.getShort());
      default -> piece.getInt();
    };
  }

  private long[] longs(int length) throws IOException {
    long[] values = new long[length];
    decode(
        (piece, from, count) -> {
          for (int i = from; i < from + count; i++) {
            values[i] = nextLong(piece);
          }
        });
    return values;
  }

  private long nextLong(ByteBuffer piece) {
    if (header.type() == NpyType.UINT32) {
      return Integer.toUnsignedLong(piece.getInt());
    }
    long value = piece.getLong();
    if (header.type() == NpyType.UINT64 && value < 0) {
      throw place.bad("has a value over 2^63 - 1; save it as int64 or float64");
    }
    return value;
  }

  private void decode(Decoder decoder) throws IOException {
    int bytes = header.type().bytes();
    byte[] piece = new byte[PIECE_BYTES];
    ByteOrder order = header.order();
    long left = header.bytes();
    for (int from = 0; left > 0; ) {
      int size = (int) Math.min(left, PIECE_BYTES);
      in.readFully(piece, 0, size);
      decoder.decode(ByteBuffer.wrap(piece, 0, size).order(order), from, size / bytes);
      from += size / bytes;
      left -= size;
    }
  }
}
