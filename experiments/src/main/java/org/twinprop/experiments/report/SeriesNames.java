package org.twinprop.experiments.report;

import java.util.List;

/** What stands for each series of a chart that is not about the two networks. */
final class SeriesNames {
  /** As the page's style and script know them, told apart by colour, shape and line. */
  private static final List<String> KEYS = List.of("first", "second", "third", "fourth");

  private SeriesNames() {}

  /** How many can be told apart. */
  static int most() {
    return KEYS.size();
  }

  static NetworkName of(int number, String name) {
    return new NetworkName(KEYS.get(number), name);
  }
}
