package org.twinprop.experiments.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.twinprop.data.BadInput;

/**
 * Keeps a second process out of a folder. The lock is the operating system's and ends with the
 * process, however that ends: the file that stays behind blocks nobody. It is not removed, for a
 * process that opened it before would hold a lock on a file that the next one no longer finds.
 */
final class FolderLock implements AutoCloseable {
  static final String FILE = ".lock";

  private final Path folder;
  private final FileChannel channel;

  /**
   * @throws BadInput if another process, or this one, is at work in the folder; if nothing can be
   *     written there
   */
  FolderLock(Path folder) {
    this.folder = folder;
    Path file = folder.resolve(FILE);
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
    try {
      if (tryLock() == null) {
        throw new BadInput(
            "another twinprop is at work in %s: wait for it, or end it".formatted(folder));
      }
    } catch (IOException e) {
      close();
      throw unwritable(file, e);
    } catch (BadInput e) {
      close();
      throw e;
    }
  }

  private static BadInput unwritable(Path file, IOException e) {
    return new BadInput(
        "%s: cannot be written (%s); make its folder writable, or work in a copy of it"
            .formatted(file, FileProblem.reason(e)),
        e);
  }

  private FileLock tryLock() throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by this very process
    }
  }

  /**
   * {@code log.txt} of the folder.
   *
   * @throws BadInput if it cannot be written; then the folder is let go
   */
  RunLog log() {
    try {
      return new RunLog(folder.resolve("log.txt"));
    } catch (BadInput e) {
      close();
      throw e;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
