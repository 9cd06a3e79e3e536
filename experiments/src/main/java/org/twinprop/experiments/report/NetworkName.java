package org.twinprop.experiments.report;

import java.util.List;
import java.util.stream.Stream;
import org.twinprop.trainer.HandwrittenLearner;
import org.twinprop.trainer.evaluation.Findings;

/**
 * A network as files call it and as a person does.
 *
 * @param key {@code handwritten} or {@code dl4j}
 * @param name for a person
 */
record NetworkName(String key, String name) {
  static NetworkName of(String key) {
    return new NetworkName(key, Findings.displayName(key));
  }

  public boolean handwritten() {
    return key.equals(HandwrittenLearner.NAME);
  }

  /** Each once, in order of first appearance. */
  static List<NetworkName> among(Stream<String> keys) {
    return keys.distinct().map(NetworkName::of).toList();
  }
}
