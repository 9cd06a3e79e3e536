package org.twinprop.layers.primitives;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * The threads that share the work of one operation: the one that calls, and helpers that wait for
 * the next. Work is cut into as many parts as there are threads, always at the same places, so that
 * a result does not depend on which thread was faster. {@code -Dtwinprop.threads=N} sets how many;
 * otherwise there is one for every core.
 */
final class Team {
  static final Team OF_THIS_MACHINE =
      new Team(Integer.getInteger("twinprop.threads", Runtime.getRuntime().availableProcessors()));

  /** A helper that is asked again within this time has not gone to sleep, which takes longer. */
  private static final long WAKEFUL_NANOSECONDS = 50_000;

  private static final int SPINS_BETWEEN_LOOKS = 64;

  private final Thread[] helpers;
  private final AtomicBoolean busy = new AtomicBoolean();
  private final AtomicInteger unfinished = new AtomicInteger();
  private volatile long round;
  private volatile Throwable failure;
  private IntConsumer work;

  /**
   * @param threads that share work, at least 1, the calling one included
   */
  Team(int threads) {
    helpers = new Thread[Math.max(1, threads) - 1];
    for (int i = 0; i < helpers.length; i++) {
      int part = i + 1;
      helpers[i] = new Thread(() -> help(part), "arithmetic " + part);
      helpers[i].setDaemon(true);
      helpers[i].start();
    }
  }

  /** The number of parts. */
  int parts() {
    return helpers.length + 1;
  }

  /** Where part p of 0..length-1 begins; part p + 1 begins where it ends. */
  long start(int part, long length) {
    return length * part / parts();
  }

  /** Does every part, and returns when all are done. */
  void eachPart(IntConsumer partOfWork) {
    if (helpers.length == 0 || !busy.compareAndSet(false, true)) {
      // others have the helpers: the same parts, one after the other
      for (int part = 0; part < parts(); part++) {
        partOfWork.accept(part);
      }
      return;
    }
    try {
      share(partOfWork);
    } finally {
      busy.set(false);
    }
  }

  private void share(IntConsumer partOfWork) {
    work = partOfWork;
    failure = null;
    unfinished.set(helpers.length);
    round++; // one thread writes it: the one that is busy
    for (Thread helper : helpers) {
      LockSupport.unpark(helper);
    }
    try {
      partOfWork.accept(0);
    } finally {
      awaitHelpers();
    }
    if (failure != null) {
      throw new IllegalStateException("a part of the arithmetic failed", failure);
    }
  }

  private void awaitHelpers() {
    long patience = System.nanoTime() + WAKEFUL_NANOSECONDS;
    while (unfinished.get() > 0) {
      if (System.nanoTime() < patience) {
        spin();
      } else {
        Thread.yield();
      }
    }
  }

  private void help(int part) {
    long done = 0;
    while (true) {
      awaitRoundAfter(done);
      done = round;
      try {
        work.accept(part);
      } catch (Throwable e) { // the thread that asked for the work throws it on
        failure = e;
      }
      unfinished.decrementAndGet();
    }
  }

  private void awaitRoundAfter(long done) {
    long patience = System.nanoTime() + WAKEFUL_NANOSECONDS;
    while (round == done) {
      if (System.nanoTime() < patience) {
        spin();
      } else {
        LockSupport.park(this);
      }
    }
  }

  private static void spin() {
    for (int i = 0; i < SPINS_BETWEEN_LOOKS; i++) {
      Thread.onSpinWait();
    }
  }
}
