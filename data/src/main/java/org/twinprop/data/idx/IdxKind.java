package org.twinprop.data.idx;

import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of IDX files that are read here. The magic number of an IDX file is two zero bytes, the
 * element type (8: unsigned byte, 12: big-endian 32-bit integer) and the number of dimensions; the
 * sizes of the dimensions follow, big-endian 32 bits each, then the elements.
 */
public enum IdxKind {
  /** Images: count, height, width; a byte a pixel. */
  IMAGES(0x00000803, "images", 1),
  /** Classes: count; a byte each. */
  LABELS(0x00000801, "class labels", 1),
  /** Who wrote each digit, by QMNIST: count, 8 columns; 32 bits each. */
  WRITERS(0x00000C02, "QMNIST writer labels", 4);

  private final int magic;
  private final String contents;
  private final int elementBytes;

  IdxKind(int magic, String contents, int elementBytes) {
    this.magic = magic;
    this.contents = contents;
    this.elementBytes = elementBytes;
  }

  static Optional<IdxKind> ofMagic(int magic) {
    return Arrays.stream(values()).filter(kind -> kind.magic == magic).findFirst();
  }

  int magic() {
    return magic;
  }

  int dimensions() {
    return magic & 0xff;
  }

  int elementBytes() {
    return elementBytes;
  }

  @Override
  public String toString() {
    return contents;
  }
}
