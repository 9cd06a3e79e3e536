package org.twinprop.experiments.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.twinprop.data.BadInput;

/**
 * Keeps a second process out of a folder. The lock is the operating system's and ends with the
 * process, however that ends: a file that a killed process left behind blocks nobody.
 */
final class FolderLock implements AutoCloseable {
  private static final String FILE = ".lock";

  private final Path file;
  private final FileChannel channel;

  /**
   * @throws BadInput if another process, or this one, is at work in the folder; if nothing can be
   *     written there
   */
  FolderLock(Path folder) {
    file = folder.resolve(FILE);
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock() == null) {
        channel.close();
        throw new BadInput(
            "another twinprop is at work in %s: wait for it, or end it".formatted(folder));
      }
    } catch (IOException e) {
      throw NewFolder.unwritable(file, e);
    }
  }

  private FileLock tryLock() throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by this very process
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
