package org.twinprop.experiments.bench;

/** One who does the same work as others, a turn at a time. */
public interface Contestant extends AutoCloseable {
  /** What it is called. */
  String name();

  /**
   * Does one turn.
   *
   * @param round from 0
   */
  Turn turn(int round);

  @Override
  void close();
}
