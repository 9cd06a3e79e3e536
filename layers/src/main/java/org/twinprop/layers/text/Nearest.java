package org.twinprop.layers.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** The known name that a mistyped one most likely meant. */
public final class Nearest {
  private static final int FEW = 5;

  private Nearest() {}

  /** "did you mean relu?" where one is close, else the list of all. */
  public static String hint(String name, Collection<String> known) {
    return known.stream()
        .filter(other -> distance(name, other) <= Math.max(1, name.length() / 3))
        .min(Comparator.comparingInt(other -> distance(name, other)))
        .map(other -> "did you mean " + other + "?")
        .orElse("known are: " + String.join(", ", known));
  }

  /**
   * "did you mean epochs?" where one is close, else the few that are least far, but those first
   * that it abbreviates, as lr does learning_rate. For names of which there are too many for a
   * line.
   *
   * @param list where all stand
   */
  public static String hintOfMany(String name, Collection<String> known, String list) {
    String hint = hint(name, known);
    if (hint.startsWith("did you mean")) {
      return hint;
    }
    return known.stream()
        .sorted(
            Comparator.comparing((String other) -> !abbreviates(name, other))
                .thenComparingInt(other -> distance(name, other)))
        .limit(FEW)
        .collect(Collectors.joining(", ", "the nearest are ", "; " + list));
  }

  /** Whether it has the first letters of the words of the other, as lr of learning_rate. */
  private static boolean abbreviates(String name, String other) {
    return name.equalsIgnoreCase(other.replaceAll("([^_])[^_]*_?", "$1"));
  }

  /**
   * How many letters to insert, delete, change or swap with their neighbour, whatever their case:
   * the restricted distance of Damerau and Levenshtein.
   */
  static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : cheapest(d, a, b, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int cheapest(int[][] d, String a, String b, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int best = Math.min(d[i - 1][j - 1] + (same ? 0 : 1), Math.min(d[i - 1][j], d[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
  }
}
