package org.twinprop.experiments.folder;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;

/**
 * The computer that a run was made on.
 *
 * @param processor its name, as its maker calls it
 * @param cores that this program may use
 * @param memoryBytes main memory
 * @param operatingSystem name, version and architecture
 * @param java vendor and version of the Java virtual machine
 * @param threadSettings environment variables that decide how many threads compute
 */
public record Machine(
    String processor,
    int cores,
    long memoryBytes,
    String operatingSystem,
    String java,
    Map<String, String> threadSettings) {

  /** This computer. */
  public static Machine here() {
    return new Machine(
        Processor.name(),
        Runtime.getRuntime().availableProcessors(),
        memory(),
        "%s %s %s".formatted(property("os.name"), property("os.version"), property("os.arch")),
        property("java.vm.vendor") + " " + property("java.runtime.version"),
        threadSettings(System.getenv()));
  }

  static Map<String, String> threadSettings(Map<String, String> environment) {
    Map<String, String> found = new TreeMap<>();
    environment.forEach(
        (name, value) -> {
          if (name.startsWith("OMP_") || name.endsWith("_NUM_THREADS")) {
            found.put(name, value);
          }
        });
    return found;
  }

  private static long memory() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : 0;
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }
}
