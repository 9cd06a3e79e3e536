package org.twinprop.experiments.machine;

import org.twinprop.data.BadInput;

/** A GPU's memory, as its driver tells it: of all programs that use it. */
public final class GpuMemory implements MemoryMeter {
  /** CUDA takes memory in pieces of 2 MiB, and libraries take several at a time. */
  private static final long TOLERANCE = 32L << 20;

  private final Nvml library;
  private final Gpu gpu;

  GpuMemory(Nvml library, Gpu gpu) {
    this.library = library;
    this.gpu = gpu;
    library.open();
  }

  /**
   * @throws BadInput if the driver does not tell
   */
  public static GpuMemory of(Gpu gpu) {
    Nvml library =
        Nvml.ofThisMachine()
            .orElseThrow(() -> new BadInput("this machine has no NVIDIA driver that tells memory"));
    return new GpuMemory(library, gpu);
  }

  @Override
  public String what() {
    return gpu.name() + ", by its driver";
  }

  @Override
  public long usedBytes() {
    return library.usedBytes(gpu.uuid());
  }

  @Override
  public long tolerance() {
    return TOLERANCE;
  }

  @Override
  public void close() {
    library.close();
  }
}
