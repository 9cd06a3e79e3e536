package org.twinprop.data.idx;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.twinprop.data.BadInput;
import org.twinprop.data.RegularFile;

/**
 * The content of a file, unpacked if it is gzip. Whether it is shows in its first two bytes, not in
 * its name: browsers and mirrors unpack files and leave the ending.
 */
public final class UnpackedFile {
  private static final int GZIP_MAGIC = 0x1f8b;
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path path;
  private final boolean packed;

  private UnpackedFile(Path path, boolean packed) {
    this.path = path;
    this.packed = packed;
  }

  /**
   * @throws BadInput if there is no such file or it cannot be read
   */
  public static UnpackedFile of(Path path) {
    if (!Files.exists(path)) {
      throw new BadInput(
          path
              + ": no such file; fetch it with './twinprop data get mnist' or name its folder with --data");
    }
    if (Files.isDirectory(path)) {
      throw new BadInput(path + ": a folder stands where a file is expected");
    }
    RegularFile.require(path, "give a file");
    try (InputStream in = Files.newInputStream(path)) {
      byte[] head = in.readNBytes(2);
      return new UnpackedFile(
          path, head.length == 2 && (ByteBuffer.wrap(head).getShort() & 0xffff) == GZIP_MAGIC);
    } catch (IOException e) {
      throw new BadInput(
          path + ": cannot be read (" + e.getMessage() + "); check its permissions", e);
    }
  }

  /** The content from its beginning; a damaged gzip file makes the stream throw IOException. */
  public InputStream stream() throws IOException {
    InputStream raw = Files.newInputStream(path);
    try {
      return packed ? new GZIPInputStream(raw, BUFFER_BYTES) : raw;
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  /**
   * The first bytes, fewer if the content ends before.
   *
   * @throws BadInput if the content is damaged
   */
  byte[] head(int length) {
    return read(in -> in.readNBytes(length));
  }

  /**
   * The size of the content in bytes. A packed file has to be unpacked to be sure, without keeping
   * anything in memory; that is saved where its last four bytes, the size by its own account, say
   * what is expected. An unpacked size that is then not met is found by {@link #body}.
   *
   * @throws BadInput if the content is damaged
   */
  long size(long expected) {
    try {
      if (!packed) {
        return Files.size(path);
      }
      if (sizeByItsOwnAccount() == (int) expected && expected <= mostUnpackedBytes()) {
        return expected;
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
    return read(UnpackedFile::count);
  }

  /**
   * Part of the content: mapped into memory if the file is unpacked, otherwise unpacked on the
   * heap.
   *
   * @param from where it begins
   * @param length up to the end of the file
   * @throws BadInput if the content is damaged or is not of this size
   */
  ByteBuffer body(int from, int length) {
    return packed ? unpack(from, length) : map(from, length);
  }

  private ByteBuffer unpack(int from, int length) {
    return read(
        in -> {
          in.skipNBytes(from);
          byte[] body = in.readNBytes(length);
          // Only at the end of the stream is the checksum compared.
          if (body.length < length || in.read() != -1) {
            throw new ZipException("it does not unpack to the size that it states");
          }
          return ByteBuffer.wrap(body).asReadOnlyBuffer();
        });
  }

  private ByteBuffer map(int from, int length) {
    try (FileChannel channel = FileChannel.open(path)) {
      return channel.map(MapMode.READ_ONLY, from, length);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private int sizeByItsOwnAccount() throws IOException {
    try (FileChannel channel = FileChannel.open(path)) {
      ByteBuffer last = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
      channel.read(last, Math.max(0, channel.size() - 4));
      return last.getInt(0);
    }
  }

  /** Deflate packs at most 1,032 bytes into one. */
  private long mostUnpackedBytes() throws IOException {
    return 1032 * Files.size(path);
  }

  private static long count(InputStream in) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long total = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      total += read;
    }
    return total;
  }

  @FunctionalInterface
  private interface Reading<T> {
    T from(InputStream in) throws IOException;
  }

  private <T> T read(Reading<T> reading) {
    try (InputStream in = stream()) {
      return reading.from(in);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private BadInput unreadable(IOException e) {
    String reason = "cannot be read (%s)".formatted(e.getMessage());
    if (e instanceof EOFException) {
      reason = "the gzip file is truncated";
    } else if (e instanceof ZipException) {
      reason = "the gzip file is damaged (%s)".formatted(e.getMessage());
    }
    return new BadInput(path + ": " + reason + "; " + IdxFile.REMEDY, e);
  }
}
