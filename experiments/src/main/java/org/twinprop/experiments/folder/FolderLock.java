package org.twinprop.experiments.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;
import org.twinprop.data.BadInput;

/**
 * Keeps a second process out of a folder. The lock is the operating system's and ends with the
 * process, however that ends: a file that stays behind blocks nobody. Whoever ends in peace removes
 * it; so whoever got a lock makes sure that it is on the file that the folder has now, and not on
 * one that was removed meanwhile.
 */
final class FolderLock implements AutoCloseable {
  static final String FILE = ".lock";

  /** What is locked lies behind what is written: on Windows nobody could read it otherwise. */
  private static final long LOCKED = 1 << 20;

  private static final int LONGEST = 1 << 14;

  private final Path folder;
  private final Path file;
  private final FileChannel channel;

  /**
   * @throws BadInput if another process, or this one, is at work in the folder; if nothing can be
   *     written there
   */
  FolderLock(Path folder) {
    this.folder = folder;
    file = folder.resolve(FILE);
    try {
      channel = locked();
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private FileChannel locked() throws IOException {
    while (true) {
      FileChannel opened =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      boolean keep = false;
      try {
        if (tryLock(opened) == null) {
          throw new BadInput(
              "another twinprop is at work in %s: wait for it, or end it".formatted(folder));
        }
        keep = isNow(file, opened);
        if (keep) {
          return opened;
        }
      } finally {
        if (!keep) {
          opened.close();
        }
      }
    }
  }

  /**
   * Whether the file of this name is the one that was opened: it becomes as long as that, which is
   * a number drawn by chance. The file is not read: whoever opens a file on Unix and closes it
   * again gives up all of the process's locks on it.
   */
  static boolean isNow(Path file, FileChannel opened) throws IOException {
    int length = ThreadLocalRandom.current().nextInt(1, LONGEST);
    opened.truncate(0);
    opened.write(ByteBuffer.allocate(1), length - 1L);
    try {
      return Files.size(file) == length;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static BadInput unwritable(Path file, IOException e) {
    return new BadInput(
        "%s: cannot be written (%s); make its folder writable, or work in a copy of it"
            .formatted(file, FileProblem.reason(e)),
        e);
  }

  private static FileLock tryLock(FileChannel opened) throws IOException {
    try {
      return opened.tryLock(LOCKED, 1, false);
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
    try (channel) {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
