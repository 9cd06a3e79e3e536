package org.twinprop.experiments.doctor.kernels;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.compressors.lz4.BlockLZ4CompressorInputStream;

/**
 * One module of kernels within a library: a header of 16 bytes, then entries, each with a header of
 * its own, one for each kind of GPU. The layout was read off the published library.
 *
 * @param start where it begins in the file
 * @param end where the next thing may begin
 * @param ptx the entry with intermediate code; empty where there is none
 */
record FatBinary(long start, long end, Optional<Entry> ptx) {
  /** Its first four bytes, as a little-endian number. */
  static final int MAGIC = 0xBA55ED50;

  static final int HEADER = 16;
  static final int ENTRY_HEADER = 64;
  static final int PTX = 1;
  static final long COMPRESSED = 0x2000;

  /**
   * Intermediate code in the file.
   *
   * @param offset where its text begins
   * @param length of it there
   * @param packed bytes of that, if it is compressed by LZ4; else 0
   * @param plain bytes of the text
   */
  record Entry(long offset, int length, int packed, int plain) {}

  /**
   * What begins at a place with {@link #MAGIC}; empty where that is chance.
   *
   * @param fileSize where the file ends
   */
  static Optional<FatBinary> at(FileChannel file, long start, long fileSize) throws IOException {
    ByteBuffer header = read(file, start, HEADER);
    if (header.remaining() < HEADER || header.getShort(4) != 1 || header.getShort(6) != HEADER) {
      return Optional.empty();
    }
    long size = header.getLong(8);
    long end = start + HEADER + size;
    return size < 0 || end > fileSize
        ? Optional.empty()
        : Optional.of(new FatBinary(start, end, ptx(file, start + HEADER, end)));
  }

  private static Optional<Entry> ptx(FileChannel file, long first, long end) throws IOException {
    List<Entry> found = new ArrayList<>();
    long place = first;
    while (place + ENTRY_HEADER <= end) {
      ByteBuffer header = read(file, place, ENTRY_HEADER);
      int headerSize = header.getInt(4);
      long payload = header.getLong(8);
      if (headerSize < ENTRY_HEADER / 2 || payload < 0 || place + headerSize + payload > end) {
        return Optional.empty();
      }
      if (header.getShort(0) == PTX) {
        found.add(entry(header, place + headerSize, Math.toIntExact(payload)));
      }
      place += headerSize + payload;
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
  }

  private static Entry entry(ByteBuffer header, long offset, int length) {
    boolean compressed = (header.getLong(40) & COMPRESSED) != 0;
    return compressed
        ? new Entry(offset, length, header.getInt(16), Math.toIntExact(header.getLong(56)))
        : new Entry(offset, length, 0, length);
  }

  /** The intermediate code as text, without the zeros that fill it up. */
  byte[] text(FileChannel file) throws IOException {
    Entry entry = ptx.orElseThrow();
    byte[] stored = new byte[entry.length()];
    read(file, entry.offset(), entry.length()).get(stored);
    byte[] text = entry.packed() == 0 ? stored : unpacked(stored, entry);
    int length = text.length;
    while (length > 0 && text[length - 1] == 0) {
      length--;
    }
    return java.util.Arrays.copyOf(text, length);
  }

  private static byte[] unpacked(byte[] stored, Entry entry) throws IOException {
    ByteArrayInputStream packed = new ByteArrayInputStream(stored, 0, entry.packed());
    try (BlockLZ4CompressorInputStream in = new BlockLZ4CompressorInputStream(packed)) {
      return in.readNBytes(entry.plain());
    }
  }

  /** So many bytes from a place on, fewer at the end of the file. */
  static ByteBuffer read(FileChannel file, long place, int size) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining() && file.read(bytes, place + bytes.position()) >= 0) {
      // a read may bring less than was asked for
    }
    return bytes.flip();
  }
}
