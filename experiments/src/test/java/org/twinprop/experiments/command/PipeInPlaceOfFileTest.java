package org.twinprop.experiments.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinprop.experiments.Captured;

/** A pipe that nobody writes to would be waited for without end if it were opened. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "skipped: Windows has no mkfifo")
class PipeInPlaceOfFileTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run PIPE",
        "run PIPE.yaml",
        "run --csv PIPE --target y",
        "run checks --data FOLDER",
        "search PIPE.yaml",
        "audit PIPE --label y --prediction p --group g",
        "compare PIPE PIPE",
        "verify PIPE.npz --net dense(1)|mse",
        "verify PIPE.java --input 2x3"
      })
  @Timeout(60)
  void isRefusedUnopened(String line) throws IOException, InterruptedException {
    Path pipe = folder.resolve("train-images-idx3-ubyte");
    for (String ending : new String[] {"", ".yaml", ".npz", ".java"}) {
      make(Path.of(pipe + ending));
    }
    for (String beside : List.of("train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1")) {
      Files.createFile(folder.resolve(beside + "-ubyte"));
    }
    String[] arguments =
        line.replace("FOLDER", folder.toString()).replace("PIPE", pipe.toString()).split(" ");
    String refused = Captured.of(arguments).errorLine(ExitCode.BAD_INPUT);
    assertTrue(refused.contains("is not a regular file, but a pipe or a device"), refused);
  }

  private static void make(Path pipe) throws IOException, InterruptedException {
    Process process = new ProcessBuilder("mkfifo", pipe.toString()).start();
    assertTrue(process.waitFor(10, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue());
  }
}
