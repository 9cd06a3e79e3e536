package org.twinprop.experiments.doctor;

import java.util.Optional;
import org.twinprop.experiments.machine.Host;
import org.twinprop.experiments.machine.MachineFacts;
import org.twinprop.experiments.machine.Nvidia;
import org.twinprop.experiments.machine.NvidiaDriver;
import org.twinprop.experiments.machine.ReleaseNumber;

/** What stands between a program and the GPUs of a machine, before these themselves. */
record DriverExamination(MachineFacts facts) {

  /** Empty where a program of CUDA can start. */
  Optional<String> obstacle(CudaKernels kernels) {
    Host host = facts.host();
    Nvidia nvidia = facts.nvidia();
    if (!BackendProfile.hasCudaFor(host.platform())) {
      return Optional.of(noCudaFor(host.platform()));
    }
    if (!nvidia.driverProblem().isEmpty()) {
      return Optional.of(
          "the NVIDIA driver does not work: %s; %s"
              .formatted(nvidia.driverProblem(), remedyOfFailure(host)));
    }
    return nvidia
        .driver()
        .map(driver -> problem(driver, kernels))
        .orElseGet(() -> Optional.of(withoutDriver(host, nvidia)));
  }

  private static String noCudaFor(String platform) {
    return platform.startsWith("macosx")
        ? "macOS has no CUDA"
        : "ND4J has no build for CUDA on %s, only on x86_64".formatted(platform);
  }

  private static String remedyOfFailure(Host host) {
    if (host.wsl()) {
      return "run 'wsl --shutdown' in Windows and start again; else update the driver in Windows";
    }
    return host.container()
        ? "start the container anew, with --gpus all"
        : "restart the machine, which an updated driver needs; else install it again";
  }

  private static String withoutDriver(Host host, Nvidia nvidia) {
    if (host.wsl()) {
      return "no NVIDIA driver: if the machine has an NVIDIA GPU, install its driver in Windows, and none in WSL";
    }
    if (host.container()) {
      return "this container has no NVIDIA driver%s --gpus all, which needs NVIDIA's container toolkit"
          .formatted(
              nvidia.gpusOnBus() > 0
                  ? ", but its machine has an NVIDIA GPU: start it with"
                  : ": if its machine has an NVIDIA GPU, start it with");
    }
    return nvidia.gpusOnBus() > 0
        ? "there is an NVIDIA GPU, but no driver: install NVIDIA's, the newest that supports it"
        : "there is no NVIDIA GPU, or no driver for it";
  }

  private Optional<String> problem(NvidiaDriver driver, CudaKernels kernels) {
    ReleaseNumber needed = kernels.driver(facts.host().platform().startsWith("windows"));
    if (facts.nvidia().gpus().isEmpty()) {
      return Optional.of(
          facts.host().container()
              ? "the driver shows this container no GPU: start it with --gpus all"
              : "there is an NVIDIA driver, but it finds no GPU that it supports");
    }
    if (!driver.version().isAtLeast(needed)) {
      return Optional.of(
          "the driver, %s for CUDA %s, is too old for CUDA %s: install %s or later"
              .formatted(driver.version(), driver.cuda(), kernels.cuda(), needed));
    }
    return driver.cudaLibrary() ? Optional.empty() : Optional.of(withoutLibrary());
  }

  private String withoutLibrary() {
    return facts.host().container()
        ? "the container has the driver's tools but not its libcuda: start it with NVIDIA_DRIVER_CAPABILITIES=compute,utility"
        : "the driver's library libcuda is missing: install the driver again, with its part for computing";
  }
}
