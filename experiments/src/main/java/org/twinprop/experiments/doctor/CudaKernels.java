package org.twinprop.experiments.doctor;

import java.util.List;
import java.util.Optional;
import org.twinprop.experiments.machine.ComputeCapability;
import org.twinprop.experiments.machine.ReleaseNumber;

/**
 * What a published build of ND4J for CUDA holds, read off its binary.
 *
 * @param cuda the release of CUDA that it was made with
 * @param machineCode GPUs that it has finished code for
 * @param ptx the least GPU that its intermediate code is for; empty where it holds none
 * @param linuxDriver the oldest driver that runs it
 * @param windowsDriver the same on Windows
 */
record CudaKernels(
    ReleaseNumber cuda,
    List<ComputeCapability> machineCode,
    Optional<ComputeCapability> ptx,
    ReleaseNumber linuxDriver,
    ReleaseNumber windowsDriver) {

  /** How kernels come to run on a GPU. */
  enum Support {
    /** At once. */
    MACHINE_CODE,
    /** After the driver has compiled them, once. */
    COMPILED_BY_DRIVER,
    /** Not: the GPU is older than all of them. */
    GPU_TOO_OLD,
    /** Not: the GPU is newer than all of them. */
    GPU_TOO_NEW
  }

  Support on(ComputeCapability gpu) {
    if (machineCode.stream().anyMatch(code -> code.runsOn(gpu))) {
      return Support.MACHINE_CODE;
    }
    if (ptx.isPresent() && gpu.compareTo(ptx.get()) >= 0) {
      return Support.COMPILED_BY_DRIVER;
    }
    return gpu.compareTo(newest()) > 0 ? Support.GPU_TOO_NEW : Support.GPU_TOO_OLD;
  }

  ComputeCapability newest() {
    return machineCode.get(machineCode.size() - 1);
  }

  ComputeCapability oldest() {
    return machineCode.get(0);
  }

  ReleaseNumber driver(boolean windows) {
    return windows ? windowsDriver : linuxDriver;
  }

  static List<ComputeCapability> capabilities(String... texts) {
    return List.of(texts).stream().map(ComputeCapability::of).toList();
  }
}
