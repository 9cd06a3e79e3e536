package org.twinprop.experiments.doctor;

import java.util.Optional;
import org.twinprop.experiments.machine.Gpu;

/**
 * What was found about one backend.
 *
 * @param backend which
 * @param status whether it can be used
 * @param reason why, in one sentence without a full stop
 * @param gpu that it would compute on
 */
public record Verdict(BackendProfile backend, Status status, String reason, Optional<Gpu> gpu) {

  /** Whether a backend can be used. */
  public enum Status {
    /** It would run. */
    USABLE,
    /** It would run, but has to be built first. */
    NOT_BUILT,
    /** It cannot run here. */
    UNUSABLE
  }

  static Verdict unusable(BackendProfile backend, String reason) {
    return new Verdict(backend, Status.UNUSABLE, reason, Optional.empty());
  }

  /** Whether it would run as things are. */
  boolean isUsable() {
    return status == Status.USABLE;
  }
}
