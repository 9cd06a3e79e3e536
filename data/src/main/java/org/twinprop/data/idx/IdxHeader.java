package org.twinprop.data.idx;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.twinprop.data.BadInput;

/**
 * The header of an IDX file, checked for sense before any memory is taken for what it announces.
 *
 * @param kind what the file holds
 * @param shape size of each dimension, the first is the number of rows
 */
record IdxHeader(IdxKind kind, int[] shape) {
  /** The largest height and width of an image, in pixels. */
  static final int MAX_SIDE = 1024;

  /** The columns of QMNIST's writer labels. */
  static final int WRITER_COLUMNS = 8;

  private static final int HEAD_BYTES = 512;

  /**
   * @throws BadInput if the file does not begin with a header of this kind that makes sense
   */
  static IdxHeader read(Path path, UnpackedFile file, IdxKind kind) {
    byte[] head = file.head(HEAD_BYTES);
    if (head.length < Integer.BYTES) {
      throw new BadInput(
          "%s: the file is %s; a file of %s is expected here; %s"
              .formatted(
                  path,
                  head.length == 0 ? "empty" : "truncated within its first 4 bytes",
                  kind,
                  IdxFile.REMEDY));
    }
    ByteBuffer bytes = ByteBuffer.wrap(head);
    int magic = bytes.getInt();
    if (magic != kind.magic()) {
      throw new BadInput(
          "%s: magic number 0x%08X (%s) expected, found 0x%08X: this is %s; %s"
              .formatted(
                  path, kind.magic(), kind, magic, FileSignature.describe(head), IdxFile.REMEDY));
    }
    if (bytes.remaining() < kind.dimensions() * Integer.BYTES) {
      throw new BadInput(
          "%s: the file is truncated within its header of %d bytes; %s"
              .formatted(path, bytesOfHeader(kind), IdxFile.REMEDY));
    }
    int[] shape = new int[kind.dimensions()];
    bytes.asIntBuffer().get(shape);
    IdxHeader header = new IdxHeader(kind, shape);
    header.requireSense(path);
    return header;
  }

  int rows() {
    return shape[0];
  }

  /** The bytes before the first element. */
  int headerBytes() {
    return bytesOfHeader(kind);
  }

  /** The bytes of all elements. */
  long bodyBytes() {
    return Arrays.stream(shape).asLongStream().reduce(kind.elementBytes(), (a, b) -> a * b);
  }

  /** E.g. "60000 x 28 x 28". */
  String dimensions() {
    return Arrays.stream(shape)
        .mapToObj(Integer::toUnsignedString)
        .collect(Collectors.joining(" x "));
  }

  private static int bytesOfHeader(IdxKind kind) {
    return (1 + kind.dimensions()) * Integer.BYTES;
  }

  private void requireSense(Path path) {
    if (rows() == 0) {
      throw new BadInput(
          "%s: the file holds no examples, its header says 0 %s; %s"
              .formatted(path, kind, IdxFile.REMEDY));
    }
    if (rows() < 0) {
      throw nonsense(path, "the count must be below 2^31");
    }
    if (kind == IdxKind.IMAGES
        && Arrays.stream(shape).skip(1).anyMatch(side -> side < 1 || side > MAX_SIDE)) {
      throw nonsense(path, "height and width must be 1 to %d pixels".formatted(MAX_SIDE));
    }
    if (kind == IdxKind.WRITERS && shape[1] != WRITER_COLUMNS) {
      throw nonsense(path, "QMNIST's writer labels have %d columns".formatted(WRITER_COLUMNS));
    }
  }

  private BadInput nonsense(Path path, String rule) {
    return new BadInput(
        "%s: the header announces %s of %s; %s, so the file is damaged or is not what its name says; %s"
            .formatted(path, kind, dimensions(), rule, IdxFile.REMEDY));
  }
}
