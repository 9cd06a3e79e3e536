package org.twinprop.natives;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The instruction sets of a processor, in Linux's names: {@code avx2}, {@code avx512f}. */
public final class ProcessorFlags {
  private static final Set<String> HASWELL = Set.of("avx", "avx2", "fma", "f16c", "bmi1", "bmi2");
  private static final Set<String> SKYLAKE_X =
      Set.of("avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl");

  private ProcessorFlags() {}

  /** Of this machine; empty where they cannot be told. */
  public static Set<String> here() {
    Path cpuinfo = Path.of("/proc/cpuinfo");
    return Files.isReadable(cpuinfo) ? inLinux(cpuinfo) : ofVirtualMachine(vectorLevel());
  }

  /** {@code flags} of Intel's and AMD's processors, {@code Features} of Arm's. */
  static Set<String> inLinux(Path cpuinfo) {
    try (Stream<String> lines = Files.lines(cpuinfo, StandardCharsets.UTF_8)) {
      return lines
          .filter(line -> line.startsWith("flags") || line.startsWith("Features"))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .map(names -> (Set<String>) new TreeSet<>(List.of(names.split("\\s+"))))
          .orElse(Set.of());
    } catch (IOException e) {
      return Set.of();
    }
  }

  /**
   * What HotSpot found, on systems that tell a program nothing: 3 means AVX-512 and 2 AVX2. It
   * takes 2 on the first Skylakes with AVX-512, too.
   */
  static Set<String> ofVirtualMachine(int vectorLevel) {
    Set<String> flags = new TreeSet<>();
    if (vectorLevel >= 2) {
      flags.addAll(HASWELL);
    }
    if (vectorLevel >= 3) {
      flags.addAll(SKYLAKE_X);
    }
    return flags;
  }

  private static int vectorLevel() {
    try {
      com.sun.management.HotSpotDiagnosticMXBean hotSpot =
          ManagementFactory.getPlatformMXBean(com.sun.management.HotSpotDiagnosticMXBean.class);
      return hotSpot == null ? 0 : Integer.parseInt(hotSpot.getVMOption("UseAVX").getValue());
    } catch (IllegalArgumentException e) {
      return 0; // Arm's processors have no such option
    }
  }
}
