package org.twinprop.experiments.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.doctor.CudaKernels.Support;
import org.twinprop.experiments.machine.Gpu;
import org.twinprop.experiments.machine.MachineFacts;
import org.twinprop.experiments.machine.NvidiaDriver;

/**
 * The first start of cuda-ptx on a GPU that is newer than its kernels: the driver compiles them,
 * and keeps them in a cache of its own. A file in Twinprop's cache folder remembers that it was
 * done, for this architecture and this driver, for another driver compiles anew.
 *
 * @param gpu to compile for
 * @param driver that compiles
 * @param folder where that file is
 */
public record FirstStart(Gpu gpu, NvidiaDriver driver, Path folder) {
  private static final Duration BEAT = Duration.ofSeconds(30);

  /** Empty where nothing has to be compiled, or was. */
  static Optional<FirstStart> needed(
      MachineFacts facts, Installation installation, BackendProfile running, Path folder) {
    if (running != BackendProfile.CUDA_PTX) {
      return Optional.empty();
    }
    return Decision.of(facts, installation)
        .verdict(running)
        .gpu()
        .filter(gpu -> isCompiledByDriver(gpu, installation))
        .map(gpu -> new FirstStart(gpu, facts.nvidia().driver().orElseThrow(), folder))
        .filter(first -> !Files.exists(first.memory()));
  }

  private static boolean isCompiledByDriver(Gpu gpu, Installation installation) {
    CudaKernels kernels = BackendProfile.CUDA_PTX.kernels().orElseThrow();
    return kernels.on(gpu.computeCapability()) == Support.COMPILED_BY_DRIVER
        && !installation.compiledKernels().contains(gpu.computeCapability());
  }

  /** Of this process on this machine; costs nothing with another backend. */
  public static Optional<FirstStart> neededHere() {
    if (RunningBackend.profile() != BackendProfile.CUDA_PTX) {
      return Optional.empty();
    }
    return needed(
        MachineFacts.here(),
        BuiltBackends.here(),
        BackendProfile.CUDA_PTX,
        CompiledKernels.ofThisUser().folder());
  }

  /**
   * Loads ND4J, which has the driver compile, and says all the while that it goes on.
   *
   * @param say takes each line
   * @throws BadInput if the driver may not keep what it compiles
   */
  public void run(Consumer<String> say) {
    requireCache(System.getenv());
    say.accept("First start on %s: its driver now compiles the kernels, once,".formatted(gpu));
    say.accept("for about half an hour. They stay in " + driverCache(System.getenv()) + ".");
    Path cache = driverCache(System.getenv());
    try (Heartbeat beat = Heartbeat.of("Compiling", cache, BEAT, say)) {
      Trial.run();
    }
    remember();
    say.accept("The kernels are compiled; from now on the start takes seconds.");
  }

  static void requireCache(Map<String, String> environment) {
    if ("1".equals(environment.get("CUDA_CACHE_DISABLE"))) {
      throw new BadInput(
          "CUDA_CACHE_DISABLE=1 makes every start compile the kernels for half an hour: unset it");
    }
  }

  /** Source: NVIDIA, CUDA C++ Programming Guide, section on environment variables. */
  static Path driverCache(Map<String, String> environment) {
    if (environment.containsKey("CUDA_CACHE_PATH")) {
      return Path.of(environment.get("CUDA_CACHE_PATH"));
    }
    return environment.containsKey("APPDATA")
        ? Path.of(environment.get("APPDATA"), "NVIDIA", "ComputeCache")
        : Path.of(System.getProperty("user.home"), ".nv", "ComputeCache");
  }

  void remember() {
    try {
      Files.createDirectories(folder);
      Files.writeString(memory(), "compiled by the driver by " + Instant.now() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path memory() {
    return folder.resolve(
        "driver-%s-sm_%s".formatted(driver.version(), gpu.computeCapability().architecture()));
  }
}
