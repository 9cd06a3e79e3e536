package org.twinprop.experiments.student;

/** The step that the student's code is in, and until when it has time. */
final class Steps {
  private static final long NONE = Long.MAX_VALUE;

  private final double seconds;
  private volatile String current = "the start";
  private volatile double allowed;
  private volatile long deadline = NONE;

  /**
   * @param seconds how long each step may take
   */
  Steps(double seconds) {
    this.seconds = seconds;
  }

  /** What is done in one step. */
  interface Work<T> {
    T run() throws Throwable;
  }

  <T> T run(String step, Work<T> work) throws Throwable {
    return run(step, seconds, work);
  }

  <T> T run(String step, double limit, Work<T> work) throws Throwable {
    current = step;
    allowed = limit;
    deadline = System.nanoTime() + (long) (limit * 1e9);
    try {
      return work.run();
    } finally {
      deadline = NONE;
    }
  }

  /** How long a step may take, unless it has a limit of its own. */
  double seconds() {
    return seconds;
  }

  boolean overdue() {
    long end = deadline;
    return end != NONE && System.nanoTime() - end > 0;
  }

  /** The current step, or the last one. */
  String current() {
    return current;
  }

  /** How many seconds it may take. */
  double allowed() {
    return allowed;
  }
}
