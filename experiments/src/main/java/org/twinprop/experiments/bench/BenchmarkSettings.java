package org.twinprop.experiments.bench;

import java.time.Duration;

/**
 * How to measure.
 *
 * @param batch examples a step
 * @param steps in one turn of one contestant
 * @param rounds of turns that count
 * @param warmUp how long each warms up before, after its first turn
 */
public record BenchmarkSettings(int batch, int steps, int rounds, Duration warmUp) {}
