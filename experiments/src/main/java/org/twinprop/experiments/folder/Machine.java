package org.twinprop.experiments.folder;

import java.util.Map;
import java.util.TreeMap;
import org.twinprop.experiments.machine.Host;
import org.twinprop.experiments.machine.Processor;
import org.twinprop.experiments.machine.Resources;

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
        Processor.here().name(),
        Runtime.getRuntime().availableProcessors(),
        Resources.memoryBytesHere(),
        Host.operatingSystemHere(),
        Host.javaHere(),
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
}
