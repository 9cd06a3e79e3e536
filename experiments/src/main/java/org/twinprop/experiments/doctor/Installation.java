package org.twinprop.experiments.doctor;

import java.util.Map;
import java.util.Set;
import org.twinprop.experiments.machine.ComputeCapability;
import org.twinprop.natives.NativeBuild;

/**
 * What of Twinprop is there.
 *
 * @param built backends, each with what it lacks; empty text where it is whole
 * @param cpuBuild the processor's native build in use
 * @param compiledKernels GPUs that cuda-ptx's kernels have been compiled for ahead of time
 */
public record Installation(
    Map<BackendProfile, String> built,
    NativeBuild cpuBuild,
    Set<ComputeCapability> compiledKernels) {
  /** Keeps unmodifiable copies. */
  public Installation {
    built = Map.copyOf(built);
    compiledKernels = Set.copyOf(compiledKernels);
  }
}
