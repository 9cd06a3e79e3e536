package org.twinprop.experiments.training;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is on record when a run begins.
 *
 * @param commandLine as it was typed
 * @param started when
 * @param config the settings, as {@code config.yaml} has them
 * @param stopwatch of the time that it takes
 */
record Beginning(
    List<String> commandLine, Instant started, Map<String, Object> config, Stopwatch stopwatch) {}
