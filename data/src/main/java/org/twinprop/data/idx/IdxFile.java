package org.twinprop.data.idx;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Locale;
import org.twinprop.data.BadInput;

/**
 * An IDX file whose content has exactly the size that its header announces.
 *
 * @param path where it lies
 * @param header what it holds
 * @param body all elements, big-endian; mapped from the file if that is not packed
 */
record IdxFile(Path path, IdxHeader header, ByteBuffer body) {
  /** How to mend whatever is wrong with one of these files. */
  static final String REMEDY = "fetch it again, e.g. with './twinprop data get mnist'";

  /**
   * @throws BadInput if the file is missing, of another kind, damaged, truncated or too long
   */
  static IdxFile open(Path path, IdxKind kind) {
    UnpackedFile file = UnpackedFile.of(path);
    IdxHeader header = IdxHeader.read(path, file, kind);
    long expected = header.headerBytes() + header.bodyBytes();
    requireSize(path, header, expected, file.size(expected));
    return new IdxFile(
        path, header, file.body(header.headerBytes(), Math.toIntExact(header.bodyBytes())));
  }

  int rows() {
    return header.rows();
  }

  private static void requireSize(Path path, IdxHeader header, long expected, long actual) {
    if (actual != expected) {
      throw new BadInput(
          String.format(
              Locale.ROOT,
              "%s: the header announces %s of %s, %,d bytes with the header, but the file holds %,d: it is %s; %s",
              path,
              header.kind(),
              header.dimensions(),
              expected,
              actual,
              actual < expected ? "truncated" : "too long",
              REMEDY));
    }
    if (expected > Integer.MAX_VALUE) {
      throw new BadInput(
          String.format(
              Locale.ROOT,
              "%s: %,d bytes are more than one file may hold (2 GiB); divide it into several",
              path,
              expected));
    }
  }
}
