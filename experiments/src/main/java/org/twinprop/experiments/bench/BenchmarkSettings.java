package org.twinprop.experiments.bench;

/**
 * How to measure.
 *
 * @param batch examples a step
 * @param steps in one turn of one contestant
 * @param rounds of turns that count
 * @param warmUp rounds of turns before, which do not
 */
public record BenchmarkSettings(int batch, int steps, int rounds, int warmUp) {}
