package org.twinprop.experiments.bench.work;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.bytedeco.javacpp.Pointer;

/** The most memory that this process had at a time: Java's, and what native code has taken. */
final class PeakMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private long seen;

  /**
   * Linux keeps account of it ({@code VmHWM}, in kB); elsewhere it is the most that was found when
   * this was called.
   */
  long bytes() {
    seen = Math.max(seen, Pointer.physicalBytes());
    return kept(STATUS).orElse(seen);
  }

  static OptionalLong kept(Path status) {
    try {
      return Files.readAllLines(status, StandardCharsets.UTF_8).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
