package org.twinprop.experiments.gpucheck;

import java.time.Duration;

/** One thing to check on the backend in use. */
interface Part {
  /** As tables and JSON call it. */
  String name();

  /** How long it may take at least; it looks at its {@link Stopwatch} and stops by itself. */
  Duration budget();

  /**
   * Does it.
   *
   * @param watch says when the time is up
   * @param partial takes what is measured so far, to be kept if this part does not come to its end
   * @throws Exception whatever keeps it from going on; its message becomes the summary
   */
  Finding run(Stopwatch watch, Partial partial) throws Exception;

  /** Takes what is measured so far. */
  interface Partial {
    void keep(Object measured);
  }
}
