package org.twinprop.experiments.machine;

/**
 * One of NVIDIA's GPUs.
 *
 * @param index as nvidia-smi counts, from 0
 * @param uuid its own name, the same in every order
 * @param name of the product
 * @param computeCapability which instructions it has
 * @param memoryBytes its memory
 * @param divided whether it is divided into several (MIG); the program leaves that as it is
 */
public record Gpu(
    int index,
    String uuid,
    String name,
    ComputeCapability computeCapability,
    long memoryBytes,
    boolean divided) {

  /** For a sentence: name and compute capability. */
  @Override
  public String toString() {
    return "%s (compute capability %s)".formatted(name, computeCapability);
  }
}
