package org.twinprop.experiments.report;

import java.util.List;
import java.util.stream.Stream;
import org.twinprop.trainer.HandwrittenLearner;
import org.twinprop.trainer.evaluation.Findings;

/**
 * A network, or what else a series of a chart is, as files call it and as a person does.
 *
 * @param key {@code handwritten} or {@code dl4j}
 * @param name for a person
 */
public record NetworkName(String key, String name) {
  static NetworkName of(String key) {
    return new NetworkName(key, Findings.displayName(key));
  }

  /** Which of the looks of a series it has: circle, diamond, square or triangle. */
  public int look() {
    return switch (key) {
      case HandwrittenLearner.NAME, "first" -> 0;
      case "third" -> 2;
      case "fourth" -> 3;
      default -> 1;
    };
  }

  /** Each once, in order of first appearance. */
  static List<NetworkName> among(Stream<String> keys) {
    return keys.distinct().map(NetworkName::of).toList();
  }
}
