package org.twinprop.experiments.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What the processor calls itself. DL4J brings OSHI, which could tell, but a release whose native
 * part does not load on Apple's Arm processors.
 */
final class Processor {
  private Processor() {}

  /** Its name; the architecture where the operating system does not say. */
  static String name() {
    String system = System.getProperty("os.name");
    Optional<String> name =
        switch (system.split(" ")[0]) {
          case "Linux" -> inLinux(Path.of("/proc/cpuinfo"));
          case "Mac" -> said("sysctl", "-n", "machdep.cpu.brand_string");
          default -> Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER"));
        };
    return name.filter(text -> !text.isBlank()).orElse(System.getProperty("os.arch"));
  }

  static Optional<String> inLinux(Path cpuinfo) {
    try {
      List<String> lines = Files.readAllLines(cpuinfo, StandardCharsets.UTF_8);
      return lines.stream()
          .filter(line -> line.startsWith("model name") && line.contains(":"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> said(String... command) {
    try {
      Process process = new ProcessBuilder(command).start();
      byte[] out = process.getInputStream().readNBytes(1000);
      return process.waitFor(5, TimeUnit.SECONDS)
          ? Optional.of(new String(out, StandardCharsets.UTF_8).strip())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
