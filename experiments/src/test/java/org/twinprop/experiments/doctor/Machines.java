package org.twinprop.experiments.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twinprop.experiments.machine.ComputeCapability;
import org.twinprop.experiments.machine.Gpu;
import org.twinprop.experiments.machine.Host;
import org.twinprop.experiments.machine.MachineFacts;
import org.twinprop.experiments.machine.Nvidia;
import org.twinprop.experiments.machine.NvidiaDriver;
import org.twinprop.experiments.machine.Processor;
import org.twinprop.experiments.machine.ReleaseNumber;
import org.twinprop.experiments.machine.Resources;

/** Machines to decide about. */
public final class Machines {
  static final Set<String> HASWELL = Set.of("avx2", "fma", "f16c", "bmi1", "bmi2");
  private static final long GIB = 1L << 30;

  private Machines() {}

  /**
   * @param platform and what it is in: {@code linux-x86_64 container}
   * @param driver {@code 535.54/12.2} for CUDA up to 12.2; {@code none}; {@code none, 1 GPU} on the
   *     bus; {@code broken}; a word more for a driver without libcuda
   * @param gpus as {@code 9.0 80} of 80 GiB, separated by +; {@code MIG} after it where divided
   * @param visible CUDA_VISIBLE_DEVICES, or null
   */
  public static MachineFacts of(String platform, String driver, String gpus, String visible) {
    String[] words = platform.split(" ");
    Host host =
        new Host("", words[0], "", platform.contains("wsl"), platform.contains("container"));
    return new MachineFacts(
        host,
        new Processor("", HASWELL),
        new Resources(8, 8, 16 * GIB, 16 * GIB),
        nvidia(driver, gpus),
        Optional.ofNullable(visible));
  }

  private static Nvidia nvidia(String driver, String gpus) {
    if (driver.startsWith("none")) {
      return Nvidia.withoutDriver(driver.contains("GPU") ? 1 : 0);
    }
    if (driver.equals("broken")) {
      String problem = "Driver/library version mismatch (error 18)";
      return new Nvidia(Optional.empty(), problem, List.of(), 1);
    }
    String[] numbers = driver.split("[/ ]");
    NvidiaDriver found =
        new NvidiaDriver(
            new ReleaseNumber(numbers[0]), new ReleaseNumber(numbers[1]), numbers.length == 2);
    return new Nvidia(Optional.of(found), "", gpus(gpus), 0);
  }

  private static List<Gpu> gpus(String text) {
    List<Gpu> gpus = new ArrayList<>();
    for (String one : text == null ? new String[0] : text.split("\\s*\\+\\s*")) {
      String[] words = one.split(" ");
      int index = gpus.size();
      gpus.add(
          new Gpu(
              index,
              "GPU-" + index,
              "card " + index,
              ComputeCapability.of(words[0]),
              Long.parseLong(words[1]) * GIB,
              words.length > 2));
    }
    return gpus;
  }
}
