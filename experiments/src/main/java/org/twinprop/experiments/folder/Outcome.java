package org.twinprop.experiments.folder;

/** How a run ended, or that it goes on. */
public enum Outcome {
  /** It goes on: of pages that are made meanwhile. No run folder has this. */
  RUNNING,
  /** All epochs were trained. */
  COMPLETED,
  /** A person stopped it; what had been learned until then was kept and measured. */
  INTERRUPTED,
  /** The loss became NaN or infinite; the last good network was kept. */
  DIVERGED
}
