package org.twinprop.experiments.machine;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;

/**
 * Which instructions a GPU has: 9.0 is Hopper, 8.9 Ada. Machine code for one runs on those of the
 * same major number and at least its minor number; PTX on every later one.
 */
public record ComputeCapability(int major, int minor) implements Comparable<ComputeCapability> {
  private static final Comparator<ComputeCapability> ORDER =
      Comparator.comparingInt(ComputeCapability::major).thenComparingInt(ComputeCapability::minor);

  /**
   * @param text as in {@code 8.6}
   * @throws IllegalArgumentException if it is anything else
   */
  public static ComputeCapability of(String text) {
    if (!text.matches("\\d{1,3}\\.\\d")) {
      throw new IllegalArgumentException(
          "'%s' is not a compute capability such as 9.0".formatted(text));
    }
    int dot = text.indexOf('.');
    return new ComputeCapability(
        Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
  }

  /** Whether machine code for this one runs on a GPU. */
  public boolean runsOn(ComputeCapability gpu) {
    return major == gpu.major && minor <= gpu.minor;
  }

  /** As compilers name it: {@code 90}. */
  public String architecture() {
    return "" + major + minor;
  }

  @Override
  public int compareTo(ComputeCapability other) {
    return ORDER.compare(this, other);
  }

  @JsonValue
  @Override
  public String toString() {
    return major + "." + minor;
  }
}
