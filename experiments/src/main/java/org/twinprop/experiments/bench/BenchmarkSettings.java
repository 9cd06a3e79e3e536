package org.twinprop.experiments.bench;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How to measure.
 *
 * @param batch examples a step
 * @param steps in one turn of one contestant
 * @param rounds of turns that count
 * @param warmUp rounds of turns before, which do not
 * @param data the folder of {@code --data}
 */
public record BenchmarkSettings(
    int batch, int steps, int rounds, int warmUp, Optional<Path> data) {}
