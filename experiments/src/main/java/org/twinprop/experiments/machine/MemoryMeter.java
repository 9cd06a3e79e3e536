package org.twinprop.experiments.machine;

/** Reads how much of some memory is in use. */
public interface MemoryMeter extends AutoCloseable {
  /** Whose memory, and who says so. */
  String what();

  /** What is in use now. */
  long usedBytes();

  /** What steady use may take more of from one time to another, for it is taken in large pieces. */
  long tolerance();

  @Override
  void close();
}
