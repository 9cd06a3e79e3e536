package org.twinprop.experiments.folder;

/** How a run ended, or that it goes on. */
public enum Outcome {
  /** It goes on: of pages that are made meanwhile. No run folder has this. */
  RUNNING,
  /** All epochs were trained. */
  COMPLETED,
  /** It was stopped; what had been learned until then was kept, and not tested. */
  INTERRUPTED,
  /** The loss became NaN or infinite; the last good network was kept. */
  DIVERGED
}
