package org.twinprop.experiments.machine;

import java.util.List;
import java.util.Optional;

/**
 * What there is of NVIDIA's.
 *
 * @param driver empty where none answers
 * @param driverProblem what it said instead of answering; empty where it answers or is not there
 * @param gpus that it tells of, in its order
 * @param gpusOnBus how many the hardware's bus lists, driver or not; 0 where the system does not
 *     say
 */
public record Nvidia(
    Optional<NvidiaDriver> driver, String driverProblem, List<Gpu> gpus, int gpusOnBus) {
  /** Keeps an unmodifiable copy of the list. */
  public Nvidia {
    gpus = List.copyOf(gpus);
  }

  /** No driver and, as far as the bus says, so many GPUs. */
  public static Nvidia withoutDriver(int gpusOnBus) {
    return new Nvidia(Optional.empty(), "", List.of(), gpusOnBus);
  }

  /** Of this machine. */
  public static Nvidia here() {
    int onBus = PciBus.nvidiaGpus(PciBus.DEVICES);
    return Nvml.ofThisMachine().map(library -> read(library, onBus)).orElse(withoutDriver(onBus));
  }

  static Nvidia read(Nvml library, int onBus) {
    try (library) {
      library.open();
      NvidiaDriver driver =
          new NvidiaDriver(library.driverVersion(), library.cudaVersion(), CudaLibrary.isThere());
      return new Nvidia(Optional.of(driver), "", library.gpus(), onBus);
    } catch (NvmlException e) {
      return new Nvidia(Optional.empty(), e.getMessage(), List.of(), onBus);
    }
  }
}
