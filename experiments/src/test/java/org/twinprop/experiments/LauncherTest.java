package org.twinprop.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the launcher refuses before it builds or starts anything. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "twinprop is a shell script")
class LauncherTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--backend nope run checks",
        "run checks --backend=cudda",
        "--backend CPU --build"
      })
  void anUnknownBackendIsRefusedInOneLine(String arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("sh", launcher().toString()));
    command.addAll(List.of(arguments.split(" ")));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(2, process.waitFor(), said);
    assertEquals(1, said.lines().count(), said);
    assertTrue(said.contains("--backend takes auto, cpu, cuda or cuda-ptx"), said);
  }

  private static Path launcher() throws IOException {
    Path folder = Path.of("").toRealPath();
    while (!Files.isRegularFile(folder.resolve("twinprop"))) {
      folder = folder.getParent();
    }
    return folder.resolve("twinprop");
  }
}
