package org.twinprop.experiments.console;

import org.jline.utils.Signals;

/**
 * Ctrl-C: the first asks for an orderly end, the second ends at once. Its handler is in place from
 * construction to {@link #close}.
 */
public final class Interruption implements AutoCloseable {
  /** 128 and the number of the signal, as shells have it. */
  private static final int EXIT_CODE = 130;

  private static final String SIGNAL = "INT";

  private final Console console;
  private final Object previous;
  private volatile boolean requested;

  public Interruption(Console console) {
    this.console = console;
    previous = Signals.register(SIGNAL, this::interrupted);
  }

  /** Whether to come to an end. */
  public boolean requested() {
    return requested;
  }

  private void interrupted() {
    if (requested) {
      Runtime.getRuntime().halt(EXIT_CODE);
    }
    requested = true;
    console.gap();
    console.print("Stopping after this batch, to write what there is. Ctrl-C again stops at once.");
  }

  @Override
  public void close() {
    Signals.unregister(SIGNAL, previous);
  }
}
