package org.twinprop.experiments.curves;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A network text with layers of other widths: the outputs of every layer that has them are
 * multiplied, save those of the last, which the task fixes.
 */
final class WiderNetwork {
  /** The name of a layer with outputs and, of an embedding, its vocabulary before them. */
  private static final Pattern WIDTH =
      Pattern.compile(
          "\\b(dense|conv|rnn|lstm)(\\s*\\(\\s*(?:out\\s*=\\s*)?)(\\d+)"
              + "|\\b(embedding)(\\s*\\(\\s*(?:vocabulary\\s*=\\s*)?\\d+\\s*,\\s*(?:out\\s*=\\s*)?)(\\d+)");

  private WiderNetwork() {}

  /**
   * @param network as its text
   * @param factor above 0; no layer gets less than one output
   */
  static String of(String network, double factor) {
    Matcher widths = WIDTH.matcher(network);
    int last = (int) widths.results().count() - 1;
    int[] number = {0};
    return WIDTH
        .matcher(network)
        .replaceAll(
            found ->
                number[0]++ == last
                    ? Matcher.quoteReplacement(found.group())
                    : wider(found, factor));
  }

  private static String wider(MatchResult found, double factor) {
    int first = found.group(1) == null ? 4 : 1;
    long outputs = Math.round(Long.parseLong(found.group(first + 2)) * factor);
    return found.group(first) + found.group(first + 1) + Math.max(1, outputs);
  }
}
