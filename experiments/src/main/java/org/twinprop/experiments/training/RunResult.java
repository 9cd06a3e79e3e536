package org.twinprop.experiments.training;

import java.util.Optional;
import org.twinprop.experiments.console.StopSignal;
import org.twinprop.experiments.folder.Outcome;
import org.twinprop.trainer.DivergedException;

/** What the exit code of a process follows from, whatever was run. */
public interface RunResult {
  /** Whether it came to its end and every check passed. */
  boolean ok();

  /** How it ended. */
  Outcome outcome();

  /** Why it ended early, if a loss was not finite. */
  Optional<DivergedException> divergence();

  /** The signal that asked for its end, if one did. */
  Optional<StopSignal> stoppedBy();
}
