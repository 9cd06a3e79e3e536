package org.twinprop.experiments.folder;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.twinprop.data.BadInput;

class FolderLockTest {
  @TempDir Path folder;

  @Test
  void onlyOneHoldsAFolderAndNothingStays() {
    FolderLock first = new FolderLock(folder);
    assertThrows(BadInput.class, () -> new FolderLock(folder));
    first.close();
    assertFalse(Files.exists(folder.resolve(FolderLock.FILE)));
    new FolderLock(folder).close();
  }

  /** Else two could each hold a lock: one on the removed file, one on that of its name. */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "skipped: there a file that is open stays")
  void aLockOnAFileThatWasRemovedMeanwhileIsNone() throws IOException {
    Path file = folder.resolve(FolderLock.FILE);
    try (FileChannel opened =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      assertTrue(FolderLock.isNow(file, opened));
      Files.delete(file);
      assertFalse(FolderLock.isNow(file, opened));
      try (FolderLock other = new FolderLock(folder)) {
        assertFalse(FolderLock.isNow(file, opened), other::toString);
      }
    }
  }

  @Test
  void whatIsRefusedHoldsNothing() throws IOException {
    Path log = Files.createDirectory(folder.resolve("log.txt"));
    assertThrows(BadInput.class, () -> RunFolder.again(folder), "its log cannot be written");
    Files.delete(log);
    RunFolder.again(folder).close();
  }

  @Test
  void aFolderWithNothingButALockIsEmpty() throws IOException {
    Files.createFile(folder.resolve(FolderLock.FILE)); // as of a process that was killed
    RunFolder.at(folder).close();
    BadInput second = assertThrows(BadInput.class, () -> RunFolder.at(folder));
    assertTrue(second.getMessage().contains("is not empty"), second.getMessage());
  }

  @Test
  void aRunThatIsTakenBackLeavesNoLock() {
    RunFolder run = RunFolder.at(folder.resolve("new"));
    run.discard();
    assertFalse(Files.exists(folder.resolve("new")));
  }
}
