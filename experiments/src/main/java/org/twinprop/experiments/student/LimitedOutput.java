package org.twinprop.experiments.student;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the first bytes to a file and swallows the rest: a flood of output fills no disk. */
final class LimitedOutput extends OutputStream {
  private static final int MOST = 64 * 1024;

  private final OutputStream file;
  private int written;

  LimitedOutput(Path path) throws IOException {
    file = Files.newOutputStream(path);
  }

  @Override
  public synchronized void write(int value) throws IOException {
    if (written < MOST) {
      written++;
      file.write(value);
    }
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int length) throws IOException {
    int fits = Math.min(length, MOST - written);
    written += fits;
    file.write(bytes, from, fits);
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }
}
