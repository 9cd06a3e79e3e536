package org.twinprop.experiments.machine;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/**
 * A number with dots that is ordered part by part: driver 450.80.02 comes after 440.33.
 *
 * @param text as it is written
 */
public record ReleaseNumber(@JsonValue String text) implements Comparable<ReleaseNumber> {

  /** CUDA's own notation of a release: 11060 is 11.6. */
  public static ReleaseNumber ofCuda(int number) {
    return new ReleaseNumber(number / 1000 + "." + number % 1000 / 10);
  }

  /** Whether it is this one or a later one. */
  public boolean isAtLeast(ReleaseNumber other) {
    return compareTo(other) >= 0;
  }

  @Override
  public int compareTo(ReleaseNumber other) {
    return Arrays.compare(parts(), other.parts());
  }

  private int[] parts() {
    return Arrays.stream(text.split("\\D+"))
        .filter(part -> !part.isEmpty())
        .mapToInt(Integer::parseInt)
        .toArray();
  }

  @Override
  public String toString() {
    return text;
  }
}
