package org.twinprop.experiments.watch;

/** Threads that do not keep the program alive. */
final class Daemons {
  private Daemons() {}

  static Thread of(Runnable task) {
    Thread thread = new Thread(task, "watch");
    thread.setDaemon(true);
    return thread;
  }
}
