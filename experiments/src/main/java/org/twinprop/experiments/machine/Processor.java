package org.twinprop.experiments.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.twinprop.natives.ProcessorFlags;

/**
 * A processor. DL4J brings OSHI, which could tell, but a release whose native part does not load on
 * Apple's Arm processors.
 *
 * @param name as its maker calls it; the architecture where the operating system does not say
 * @param flags its instruction sets, in Linux's names
 */
public record Processor(String name, Set<String> flags) {
  private static final Path CPUINFO = Path.of("/proc/cpuinfo");

  /** Keeps a sorted copy of the flags. */
  public Processor {
    flags = Collections.unmodifiableSet(new TreeSet<>(flags));
  }

  /** This machine's. */
  public static Processor here() {
    return new Processor(nameHere(), ProcessorFlags.here());
  }

  /** The flags that decide which native build runs, in order. */
  public Set<String> vectorFlags() {
    Set<String> vector = new TreeSet<>(flags);
    vector.removeIf(
        flag -> !flag.matches("sse4_2|avx|avx2|fma|avx512(f|cd|bw|dq|vl)|neon|asimd|sve"));
    return vector;
  }

  private static String nameHere() {
    String system = System.getProperty("os.name");
    Optional<String> name =
        switch (system.split(" ")[0]) {
          case "Linux" -> inLinux(CPUINFO);
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
