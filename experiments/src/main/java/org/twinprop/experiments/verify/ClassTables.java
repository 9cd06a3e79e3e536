package org.twinprop.experiments.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.twinprop.experiments.console.Formats;
import org.twinprop.experiments.console.TextTable;

/** A class at a glance: who is right, and which mistake was made how often. */
final class ClassTables {
  private static final String UNKNOWN = "(no known mistake)";
  private static final int NAMES = 5;

  private ClassTables() {}

  /** Who is right, wrong or not checked, then the mistakes, the most frequent first. */
  static String mistakes(List<Check> checks) {
    TextTable table =
        new TextTable().words("").numbers("submissions").numbers("share").words("which");
    row(table, "right", checks.stream().filter(Check::ok).toList(), checks);
    row(table, "wrong", checks.stream().filter(Check::wrong).toList(), checks);
    row(table, "not written", checks.stream().filter(Check::unwritten).toList(), checks);
    row(table, "not checked", checks.stream().filter(c -> !c.readable()).toList(), checks);
    byCause(checks).forEach((cause, made) -> row(table, "  " + cause, made, checks));
    return table.text();
  }

  private static void row(TextTable table, String what, List<Check> some, List<Check> all) {
    if (some.isEmpty() && !what.equals("right")) {
      return;
    }
    table.row(
        what,
        Formats.count(some.size()),
        Formats.percent((double) some.size() / all.size()),
        names(some));
  }

  private static String names(List<Check> checks) {
    String first =
        checks.stream()
            .limit(NAMES)
            .map(check -> check.subject().name())
            .collect(Collectors.joining(", "));
    return checks.size() > NAMES ? first + ", ..." : first;
  }

  private static Map<String, List<Check>> byCause(List<Check> checks) {
    Map<String, List<Check>> made = new LinkedHashMap<>();
    for (Check check : checks) {
      causes(check).forEach(c -> made.computeIfAbsent(c, key -> new ArrayList<>()).add(check));
    }
    return made.entrySet().stream()
        .sorted((a, b) -> b.getValue().size() - a.getValue().size())
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
  }

  /** The codes of a submission's mistakes; what none explains is one of its own. */
  static List<String> causes(Check check) {
    if (!check.readable()) {
      return List.of();
    }
    List<String> causes = new ArrayList<>(CheckLines.codes(check.report()));
    if (!check.report().unexplained().isEmpty()) {
      causes.add(UNKNOWN);
    }
    return causes;
  }
}
