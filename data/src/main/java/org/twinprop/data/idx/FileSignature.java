package org.twinprop.data.idx;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Locale;

/** Says what a file seems to be, so that a mistaken file name or download explains itself. */
final class FileSignature {
  private FileSignature() {}

  /**
   * @param head the first bytes of a file, unpacked
   * @return a phrase that follows "this is"
   */
  static String describe(byte[] head) {
    String text = new String(head, ISO_8859_1);
    String lower = text.strip().toLowerCase(Locale.ROOT);
    if (lower.startsWith("<!doctype") || lower.startsWith("<html") || lower.startsWith("<?xml")) {
      return "a web page, as a failed download leaves it";
    }
    if (text.startsWith("version https://git-lfs")) {
      return "a Git LFS pointer and not the file itself";
    }
    if (text.startsWith("PK")) {
      return "a zip archive: unpack it first";
    }
    if (text.startsWith("\u0089PNG")) {
      return "a PNG image";
    }
    if (text.startsWith("\u0093NUMPY")) {
      return "a NumPy array";
    }
    if (text.startsWith("\u001f\u008b")) {
      return "a gzip file that was packed twice";
    }
    if (text.chars().allMatch(FileSignature::isText)) {
      return "text";
    }
    return describeIdx(head);
  }

  private static boolean isText(int c) {
    return (c >= ' ' && c < 0x7f) || c == '\n' || c == '\r' || c == '\t';
  }

  private static String describeIdx(byte[] head) {
    int magic = ByteBuffer.wrap(head).getInt();
    if (IdxKind.ofMagic(magic).isPresent()) {
      return "a file of " + IdxKind.ofMagic(magic).get();
    }
    if (IdxKind.ofMagic(Integer.reverseBytes(magic)).isPresent()) {
      return "an IDX file in the wrong byte order";
    }
    if (magic >>> 16 == 0 && magic >>> 8 >= 0x08 && magic >>> 8 <= 0x0E) {
      return "an IDX file of %d dimension(s) and another element type".formatted(magic & 0xff);
    }
    return "no IDX file";
  }
}
