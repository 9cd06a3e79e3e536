package org.twinprop.data.numpy;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One array in an open archive.
 *
 * @param place names it in messages
 * @param zip the archive
 * @param entry its entry there
 */
record ArchivedArray(ArrayPlace place, ZipFile zip, ZipEntry entry) {
  private interface Reading<T> {
    T from(DataInputStream in) throws IOException;
  }

  /**
   * Reads the header alone.
   *
   * @throws org.twinprop.data.BadInput if there is none, or the entry's size is not what it needs
   * @throws IOException if the disk fails
   */
  NpyHeader header() throws IOException {
    return reading(
        in -> {
          NpyHeaderReader reader = new NpyHeaderReader(place);
          NpyHeader header = reader.read(in);
          checkSize(reader.bytesRead(), header);
          return header;
        });
  }

  /**
   * Reads the elements; the caller has checked that they fit in memory.
   *
   * @throws org.twinprop.data.BadInput if the entry is damaged
   * @throws IOException if the disk fails
   */
  INDArray elements(NpyHeader header) throws IOException {
    return reading(
        in -> {
          // ZipFile compares no checksums.
          CheckedInputStream checked = new CheckedInputStream(in, new CRC32());
          DataInputStream data = new DataInputStream(checked);
          new NpyHeaderReader(place).read(data);
          INDArray array = new NpyReader(place, header, data).read();
          if (checked.read() >= 0 || checked.getChecksum().getValue() != entry.getCrc()) {
            array.close();
            throw place.bad("is damaged: its checksum is not the archive's; save or copy it again");
          }
          return array;
        });
  }

  private void checkSize(long headerBytes, NpyHeader header) {
    long there = entry.getSize() - headerBytes;
    long claimed;
    try {
      claimed = header.bytes();
    } catch (ArithmeticException e) {
      throw place.bad("claims the shape " + header.shapeText() + ", over 2^63 bytes", e);
    }
    if (claimed != there) {
      throw place.bad(
          "claims the shape %s, %,d bytes, but has %,d; it is truncated or damaged: save it again"
              .formatted(header.shapeText(), claimed, there));
    }
  }

  private <T> T reading(Reading<T> reading) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return reading.from(new DataInputStream(in));
    } catch (EOFException | ZipException e) {
      throw place.bad("is truncated or damaged (" + e.getMessage() + "); save or copy it again", e);
    } catch (OutOfMemoryError e) {
      throw place.bad("does not fit in memory; give the program more with -Xmx", e);
    }
  }
}
