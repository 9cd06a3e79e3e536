package org.twinprop.experiments.gpucheck;

import java.util.Optional;
import org.twinprop.experiments.doctor.BackendProfile;
import org.twinprop.experiments.machine.Gpu;
import org.twinprop.experiments.machine.NvidiaDriver;

/**
 * What is checked.
 *
 * @param backend in use
 * @param gpu that it computes on; empty where that is the processor
 * @param driver of the GPU
 */
public record Subject(BackendProfile backend, Optional<Gpu> gpu, Optional<NvidiaDriver> driver) {
  @Override
  public String toString() {
    return gpu.map(one -> "backend %s on %s".formatted(backend, one))
        .orElse("backend %s on the processor, in a GPU's place".formatted(backend));
  }
}
