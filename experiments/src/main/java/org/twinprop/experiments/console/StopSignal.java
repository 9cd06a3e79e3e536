package org.twinprop.experiments.console;

/** A signal that asks a run to come to an orderly end. */
public enum StopSignal {
  /** What Ctrl-C sends. */
  INT(2, "Ctrl-C"),
  /** What {@code kill} sends, and a machine that shuts down or a scheduler whose time is up. */
  TERM(15, "SIGTERM");

  /** Shells add it to a signal's number for the exit code of a process that the signal ended. */
  private static final int ENDED_BY_SIGNAL = 128;

  private final int number;
  private final String calledBy;

  StopSignal(int number, String calledBy) {
    this.number = number;
    this.calledBy = calledBy;
  }

  /** How the process ends after it. */
  public int exitCode() {
    return ENDED_BY_SIGNAL + number;
  }

  @Override
  public String toString() {
    return calledBy;
  }
}
