package org.twinprop.experiments.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.twinprop.data.BadInput;

class FolderLockTest {
  @TempDir Path folder;

  /** A process that opened it before and waits would else hold a lock on a file of no name. */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "skipped: files of Windows have no key")
  void itsFileIsTheSameForAll() throws IOException {
    new FolderLock(folder).close();
    Object first = key();
    new FolderLock(folder).close();
    assertEquals(first, key());
  }

  private Object key() throws IOException {
    return Files.readAttributes(folder.resolve(FolderLock.FILE), BasicFileAttributes.class)
        .fileKey();
  }

  @Test
  void whatIsRefusedHoldsNothing() throws IOException {
    Path log = Files.createDirectory(folder.resolve("log.txt"));
    assertThrows(BadInput.class, () -> RunFolder.again(folder), "its log cannot be written");
    Files.delete(log);
    RunFolder.again(folder).close();
  }

  @Test
  void aFolderWithNothingButALockIsEmpty() {
    new FolderLock(folder).close();
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
