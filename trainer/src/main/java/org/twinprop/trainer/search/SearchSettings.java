package org.twinprop.trainer.search;

import java.util.Optional;

/**
 * How a search goes.
 *
 * @param candidates at most, at least 1
 * @param workers that train at a time, at least 1
 * @param stopping of hopeless candidates; empty for none
 */
public record SearchSettings(int candidates, int workers, Optional<MedianStopping> stopping) {
  public SearchSettings {
    if (candidates < 1 || workers < 1) {
      throw new IllegalArgumentException(
          "a search needs at least 1 candidate and 1 worker, but got %d and %d"
              .formatted(candidates, workers));
    }
  }
}
