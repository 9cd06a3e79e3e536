package org.twinprop.trainer.search;

import java.util.Optional;

/**
 * How a search goes.
 *
 * @param candidates at most, at least 1
 * @param workers that train at a time, at least 1; nothing but time depends on them
 * @param ahead how far a candidate is drawn ahead of results: it, and what it is judged by, hangs
 *     on those up to {@code ahead} before it; at least as many as workers
 * @param stopping of hopeless candidates; empty for none
 */
public record SearchSettings(
    int candidates, int workers, int ahead, Optional<MedianStopping> stopping) {
  public SearchSettings {
    if (candidates < 1 || workers < 1) {
      throw new IllegalArgumentException(
          "a search needs at least 1 candidate and 1 worker, but got %d and %d"
              .formatted(candidates, workers));
    }
    if (ahead < workers) {
      throw new IllegalArgumentException(
          "%d workers have nothing to do where candidates are drawn %d ahead"
              .formatted(workers, ahead));
    }
  }
}
