package org.twinprop.experiments.doctor;

import java.util.Optional;
import org.twinprop.experiments.machine.Gpu;
import org.twinprop.experiments.machine.MachineFacts;

/** The GPU that this very process computes on. */
public final class GpuInUse {
  private GpuInUse() {}

  /** Empty where it is the processor, which costs nothing to find out. */
  public static Optional<Gpu> ofThisProcess() {
    BackendProfile running = RunningBackend.profile();
    return running == BackendProfile.CPU
        ? Optional.empty()
        : Decision.of(MachineFacts.here(), BuiltBackends.here()).verdict(running).gpu();
  }
}
