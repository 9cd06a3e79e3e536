package org.twinprop.experiments.checkpoint;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Shell scripts that mount file systems. They run in a namespace of their own (user and mounts), so
 * that nobody else sees what they mount and nothing is left of it; no rights of root are needed
 * where the kernel lets users have namespaces.
 */
final class Mounts {
  private Mounts() {}

  /**
   * Runs a script, in which {@code "$@"} is {@code twinprop run}. The exit code; skips the test
   * where nothing may be mounted.
   */
  static int run(String script, Path folder) throws IOException, InterruptedException {
    Path tried = Files.createDirectory(folder.resolve("tried"));
    assumeTrue(
        System.getProperty("os.name").equals("Linux")
            && shell("mount -t tmpfs -o size=4k tmpfs " + tried, List.of(), folder) == 0,
        "skipped: mounting file systems needs Linux, and the right to (unshare -rm)");
    return shell("set -u\n" + script, KilledRun.command(List.of(), List.of()), folder);
  }

  private static int shell(String script, List<String> arguments, Path folder)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("unshare", "-rm", "sh", "-c", script, "sh"));
    command.addAll(arguments);
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(folder.resolve("output.txt").toFile())
          .start()
          .waitFor();
    } catch (IOException e) {
      return -1; // there is no unshare
    }
  }
}
