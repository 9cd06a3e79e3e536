package org.twinprop.experiments.machine;

/**
 * NVIDIA's driver.
 *
 * @param version of it
 * @param cuda the newest CUDA that it runs
 * @param cudaLibrary whether the part that programs compute by is there (libcuda); a container can
 *     be given the part that only tells
 */
public record NvidiaDriver(ReleaseNumber version, ReleaseNumber cuda, boolean cudaLibrary) {}
