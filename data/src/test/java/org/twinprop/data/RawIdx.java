package org.twinprop.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The bytes of IDX files as the tests read and write them, without the code under test. */
public final class RawIdx {
  private RawIdx() {}

  public static byte[] unpack(Path packed) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
      return in.readAllBytes();
    }
  }

  public static void pack(Path target, byte[] content) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(target))) {
      out.write(content);
    }
  }

  /** Images of one class a row, n of them, each pixel a running number. */
  public static byte[] images(int count, int height, int width) {
    ByteBuffer file = ByteBuffer.allocate(16 + count * height * width);
    file.putInt(0x0803).putInt(count).putInt(height).putInt(width);
    while (file.hasRemaining()) {
      file.put((byte) (file.position() * 31));
    }
    return file.array();
  }

  public static byte[] labels(int... classes) {
    ByteBuffer file = ByteBuffer.allocate(8 + classes.length);
    file.putInt(0x0801).putInt(classes.length);
    for (int label : classes) {
      file.put((byte) label);
    }
    return file.array();
  }

  /** The file with one of its bytes, counted from 0, set to another value. */
  public static byte[] withByte(byte[] file, int position, int value) {
    byte[] changed = file.clone();
    changed[position] = (byte) value;
    return changed;
  }

  /** The file with the big-endian 32-bit number at a position, in bytes, replaced. */
  public static byte[] withInt(byte[] file, int position, int value) {
    byte[] changed = file.clone();
    ByteBuffer.wrap(changed).putInt(position, value);
    return changed;
  }
}
