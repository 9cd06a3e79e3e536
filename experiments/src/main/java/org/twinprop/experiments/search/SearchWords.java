package org.twinprop.experiments.search;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the words of a search's report mean. */
final class SearchWords {
  private SearchWords() {}

  static Map<String, String> all(boolean regression) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("Candidate", "One network with its settings, drawn from the spaces of the search.");
    words.put("Objective", "What the search makes small. It is measured on validation examples.");
    words.put(
        "Error",
        regression
            ? "The root mean squared error: how far predictions lie from the truth, large errors counting more."
            : "The share of examples that were predicted wrong.");
    words.put(
        "Worst group, largest gap",
        "The error of the group with the largest; and that minus the error of the group with the smallest. Groups of fewer than %d examples do not count."
            .formatted(SearchData.MINIMUM));
    words.put(
        "Front",
        "The candidates that no other beats in both error and worst-group error (the Pareto front).");
    words.put(
        "Validation, test",
        "Validation examples are not learned from, and candidates are chosen by them: the chosen one looks better there than it is. Test examples are neither learned from nor chosen by.");
    words.put(
        "Stopped",
        "After an epoch its objective was above the median of what earlier candidates had after the same epoch.");
    words.put(
        "95% interval",
        "Where the true value may well lie, judged by this many examples. Of all intervals made this way, about 95 in 100 contain it. Those of a change draw %s anew, with replacement, 2,000 times."
            .formatted("whole writers, where writers are known, else examples"));
    return words;
  }
}
