package org.twinprop.experiments.console;

import java.util.Optional;
import org.jline.utils.Signals;

/**
 * Ctrl-C or a request to terminate: the first asks for an orderly end, a later one ends at once.
 * One within a second of the first is the same request: {@code timeout} and terminals signal a
 * process, and its whole group beside. Its handlers are in place from construction to {@link
 * #close}.
 */
public final class Interruption implements AutoCloseable {
  private static final long SAME_REQUEST_NANOSECONDS = 1_000_000_000;

  private final Console console;
  private volatile StopSignal first;
  private long firstTime;

  public Interruption(Console console) {
    this.console = console;
    for (StopSignal signal : StopSignal.values()) {
      Signals.register(signal.name(), () -> interrupted(signal));
    }
  }

  /** Whether to come to an end. */
  public boolean requested() {
    return first != null;
  }

  /** What asked for the end, if anything did. */
  public Optional<StopSignal> signal() {
    return Optional.ofNullable(first);
  }

  private synchronized void interrupted(StopSignal signal) {
    if (requested()) {
      if (System.nanoTime() - firstTime > SAME_REQUEST_NANOSECONDS) {
        Runtime.getRuntime().halt(signal.exitCode());
      }
      return;
    }
    firstTime = System.nanoTime();
    first = signal;
    console.gap();
    console.print(
        "Stopping, as soon as what there is has been written. %s again stops at once."
            .formatted(signal));
  }

  @Override
  public void close() {
    for (StopSignal signal : StopSignal.values()) {
      Signals.registerDefault(signal.name()); // and not EarlyStop: something was written
    }
  }
}
