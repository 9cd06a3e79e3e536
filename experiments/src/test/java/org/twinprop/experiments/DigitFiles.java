package org.twinprop.experiments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.twinprop.data.DigitExamples;
import org.twinprop.data.pen.PenDigits;

/** Digits of the pen model in files like those of MNIST and QMNIST, small enough for tests. */
public final class DigitFiles {
  private static final int SIDE = 28;
  private static final int WRITER_COLUMNS = 8;
  private static final int DIGITS_OF_WRITER = 20;

  private DigitFiles() {}

  /** Writes the six files: 20 digits of each writer, of two populations in turn. */
  public static Path write(Path folder, int trainWriters, int testWriters) {
    try {
      Files.createDirectories(folder);
      write(folder, "train", "train", trainWriters, 0);
      write(folder, "t10k", "test", testWriters, trainWriters);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path folder, String part, String table, int writers, int firstWriter)
      throws IOException {
    DigitExamples digits = PenDigits.draw(writers, DIGITS_OF_WRITER, 7 + firstWriter);
    int count = digits.size();
    ByteBuffer images = ByteBuffer.allocate(16 + count * SIDE * SIDE);
    images.putInt(0x803).putInt(count).putInt(SIDE).putInt(SIDE);
    ByteBuffer labels = ByteBuffer.allocate(8 + count);
    labels.putInt(0x801).putInt(count);
    ByteBuffer people = ByteBuffer.allocate(12 + 4 * WRITER_COLUMNS * count);
    people.putInt(0xc02).putInt(count).putInt(WRITER_COLUMNS);
    for (int row = 0; row < count; row++) {
      images.put(digits.image(row));
      labels.put((byte) digits.classOf(row));
      int writer = row % writers;
      people.putInt(digits.classOf(row)).putInt(writer % 2 == 0 ? 0 : 4);
      people.putInt(firstWriter + writer);
      IntStream.range(3, WRITER_COLUMNS).forEach(column -> people.putInt(0));
    }
    Files.write(folder.resolve(part + "-images-idx3-ubyte"), images.array());
    Files.write(folder.resolve(part + "-labels-idx1-ubyte"), labels.array());
    Files.write(folder.resolve("qmnist-" + table + "-labels-idx2-int"), people.array());
  }
}
