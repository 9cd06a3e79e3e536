package org.twinprop.experiments.command;

import org.twinprop.experiments.console.StopSignal;

/** How a verb ends; scripts rely on these numbers. */
public final class ExitCode {
  /** Done, and all is well. */
  public static final int OK = 0;

  /** Done, and something differs or failed its check; or it failed on the way. */
  public static final int FAILED = 1;

  /** Bad input or usage. */
  public static final int BAD_INPUT = 2;

  /** Stopped by Ctrl-C. */
  public static final int INTERRUPTED = StopSignal.INT.exitCode();

  private ExitCode() {}
}
