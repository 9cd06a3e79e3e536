package org.twinprop.experiments.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * How fast one contestant was, turn by turn.
 *
 * @param name of the contestant
 * @param turns in the order measured, warm-up left out: how much was done in a second
 * @param peakMemoryBytes the most memory that its process had at a time
 */
public record Timing(String name, List<Double> turns, long peakMemoryBytes) {
  /** Keeps an unmodifiable copy of the list. */
  public Timing {
    turns = List.copyOf(turns);
  }

  public double median() {
    return quantile(0.5);
  }

  public double lowerQuartile() {
    return quantile(0.25);
  }

  public double upperQuartile() {
    return quantile(0.75);
  }

  /** Linear between the two nearest turns. */
  private double quantile(double share) {
    List<Double> sorted = new ArrayList<>(turns);
    sorted.sort(null);
    double place = share * (sorted.size() - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.size() - 1);
    return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
  }
}
