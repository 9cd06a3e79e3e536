package org.twinprop.experiments.machine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What this program may use of the machine; a container's limits make it less than what is there.
 *
 * @param cores it may use
 * @param coresThere what the machine has
 * @param memoryBytes it may use
 * @param memoryBytesThere what the machine has
 */
public record Resources(int cores, int coresThere, long memoryBytes, long memoryBytesThere) {

  /** Of this program. The virtual machine knows of containers' limits. */
  public static Resources here() {
    int cores = Runtime.getRuntime().availableProcessors();
    long memory = memoryBytesHere();
    return new Resources(
        cores,
        Math.max(cores, coresIn(Path.of("/proc/cpuinfo"))),
        memory,
        Math.max(memory, bytesIn(Path.of("/proc/meminfo"))));
  }

  /** Main memory that this program may use; 0 where no one tells. */
  public static long memoryBytesHere() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : 0;
  }

  static int coresIn(Path cpuinfo) {
    return (int) count(cpuinfo, line -> line.startsWith("processor"));
  }

  /** {@code MemTotal: 24689092 kB}. */
  static long bytesIn(Path meminfo) {
    try (Stream<String> lines = Files.lines(meminfo, StandardCharsets.UTF_8)) {
      return lines
          .filter(line -> line.matches("MemTotal:\\s+\\d+ kB"))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  private static long count(Path file, Predicate<String> wanted) {
    try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
      return lines.filter(wanted).count();
    } catch (IOException e) {
      return 0;
    }
  }
}
