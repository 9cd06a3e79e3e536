package org.twinprop.experiments.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinprop.data.BadInput;

class NewFolderTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2025-03-01T12:00:05Z"), ZoneOffset.UTC);

  @TempDir Path scratch;

  @Test
  void aRunsFolderIsNamedForTimeAndRun() {
    try (RunFolder folder = RunFolder.create(scratch.resolve("runs"), "checks", NOON)) {
      assertEquals(scratch.resolve("runs/2025-03-01-120005-checks"), folder.path());
      assertTrue(Files.isDirectory(folder.path()));
    }
  }

  @Test
  void runsOfTheSameSecondGetFoldersOfTheirOwn() {
    try (RunFolder one = RunFolder.create(scratch, "checks", NOON);
        RunFolder other = RunFolder.create(scratch, "checks", NOON)) {
      assertEquals(scratch.resolve("2025-03-01-120005-checks"), one.path());
      assertEquals(scratch.resolve("2025-03-01-120005-checks-2"), other.path());
    }
  }

  @ParameterizedTest
  @CsvSource({"../../etc, etc", "a b/c:d, a-b-c-d", "..., run", "'  ', run", "数, run"})
  void namesCannotLeaveTheFolder(String name, String safe) {
    try (RunFolder folder = RunFolder.create(scratch, name, NOON)) {
      assertEquals(scratch.resolve("2025-03-01-120005-" + safe), folder.path());
    }
  }

  @Test
  void anOutFolderMayBeNewOrEmpty() throws IOException {
    Path empty = Files.createDirectory(scratch.resolve("empty"));
    RunFolder.at(empty).close();
    RunFolder.at(scratch.resolve("new/below")).close();
    assertTrue(Files.exists(empty.resolve("log.txt")));
    assertTrue(Files.exists(scratch.resolve("new/below/log.txt")));
  }

  @Test
  void anOutFolderThatHoldsSomethingIsLeftAlone() throws IOException {
    Path kept = Files.writeString(scratch.resolve("thesis.txt"), "months of work");
    BadInput refused = assertThrows(BadInput.class, () -> RunFolder.at(scratch));
    assertEquals(
        scratch + ": is not empty; name a new or empty folder with --out", refused.getMessage());
    assertEquals("months of work", Files.readString(kept));
    assertFalse(Files.exists(scratch.resolve("log.txt")));
  }

  @Test
  void aFileWhereTheFolderShouldBeIsNamed() throws IOException {
    Path file = Files.writeString(scratch.resolve("file"), "");
    String line = file + ": is a file, but a run needs a folder; name another one with --out";
    assertEquals(line, assertThrows(BadInput.class, () -> RunFolder.at(file)).getMessage());
    assertEquals(
        line,
        assertThrows(BadInput.class, () -> RunFolder.create(file.resolve("runs"), "a", NOON))
            .getMessage());
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "uses /proc, where not even root can write")
  void aFolderThatCannotBeWrittenIsOneLine() {
    Path nowhere = Path.of("/proc/runs");
    for (BadInput refused :
        new BadInput[] {
          assertThrows(BadInput.class, () -> RunFolder.at(nowhere)),
          assertThrows(BadInput.class, () -> RunFolder.create(nowhere, "a", NOON))
        }) {
      assertTrue(refused.getMessage().startsWith(nowhere.toString()), refused.getMessage());
      assertTrue(refused.getMessage().contains("cannot be written"), refused.getMessage());
      assertFalse(refused.getMessage().contains("\n"), refused.getMessage());
    }
  }
}
