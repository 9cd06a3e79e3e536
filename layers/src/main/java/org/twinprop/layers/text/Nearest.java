package org.twinprop.layers.text;

import java.util.Collection;
import java.util.Comparator;

/** The known name that a mistyped one most likely meant. */
public final class Nearest {
  private Nearest() {}

  /** "did you mean relu?" where one is close, else the list of all. */
  public static String hint(String name, Collection<String> known) {
    return known.stream()
        .filter(other -> distance(name, other) <= Math.max(1, name.length() / 3))
        .min(Comparator.comparingInt(other -> distance(name, other)))
        .map(other -> "did you mean " + other + "?")
        .orElse("known are: " + String.join(", ", known));
  }

  /** Levenshtein's distance: how many letters to insert, delete or change. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
