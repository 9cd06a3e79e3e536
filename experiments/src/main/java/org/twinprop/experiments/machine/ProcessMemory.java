package org.twinprop.experiments.machine;

import org.bytedeco.javacpp.Pointer;

/** This process's resident memory: Java's, and what native code has taken. */
public final class ProcessMemory implements MemoryMeter {
  /** The virtual machine's own part comes and goes with its garbage. */
  private static final long TOLERANCE = 256L << 20;

  @Override
  public String what() {
    return "resident memory of the process";
  }

  @Override
  public long usedBytes() {
    return Pointer.physicalBytes();
  }

  @Override
  public long tolerance() {
    return TOLERANCE;
  }

  @Override
  public void close() {}
}
