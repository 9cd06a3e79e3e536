package org.twinprop.experiments.bench;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What came of one turn.
 *
 * @param speed how much was done in a second
 * @param peakMemoryBytes the most memory that the process had at a time until then
 */
public record Turn(
    @JsonProperty("speed") double speed, @JsonProperty("peak_memory_bytes") long peakMemoryBytes) {}
