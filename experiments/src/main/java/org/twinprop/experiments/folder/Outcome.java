package org.twinprop.experiments.folder;

/** How a run ended. */
public enum Outcome {
  /** All epochs were trained. */
  COMPLETED,
  /** A person stopped it; what had been learned until then was kept and measured. */
  INTERRUPTED,
  /** The loss became NaN or infinite; the last good network was kept. */
  DIVERGED
}
