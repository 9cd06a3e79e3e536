package org.twinprop.data.numpy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes arrays as the stored entries of a zip archive. */
final class ArchiveWriter {
  /** The oldest time that zip knows: an archive should depend on its arrays and nothing else. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final OutputStream out;

  ArchiveWriter(OutputStream out) {
    this.out = out;
  }

  /** Writes the whole archive; the underlying stream stays open. */
  void write(Map<String, NpyWriter> arrays) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16));
    for (Map.Entry<String, NpyWriter> array : arrays.entrySet()) {
      zip.putNextEntry(entry(array.getKey(), array.getValue()));
      array.getValue().writeTo(zip);
      zip.closeEntry();
    }
    zip.finish();
    zip.flush();
  }

  /** A stored entry's size and checksum stand before its bytes, so they are taken in advance. */
  private static ZipEntry entry(String name, NpyWriter array) throws IOException {
    CRC32 checksum = new CRC32();
    array.writeTo(new CheckedOutputStream(OutputStream.nullOutputStream(), checksum));
    ZipEntry entry = new ZipEntry(name + ".npy");
    entry.setMethod(ZipEntry.STORED);
    entry.setTimeLocal(NO_TIME);
    entry.setSize(array.bytes());
    entry.setCompressedSize(array.bytes());
    entry.setCrc(checksum.getValue());
    return entry;
  }
}
