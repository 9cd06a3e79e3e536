package org.twinprop.experiments.gpucheck;

import org.twinprop.experiments.console.TextTable;

/** The report for a person: a line for each part, and then what each found. */
final class ReportText {
  private static final int WIDTH = 76;

  private ReportText() {}

  static String of(Report report) {
    TextTable table =
        new TextTable().words("part").words("verdict").numbers("seconds").numbers("of at most");
    StringBuilder found = new StringBuilder();
    for (PartResult part : report.parts()) {
      table.row(
          part.name(),
          part.verdict().toString(),
          "%.1f".formatted(part.seconds()),
          "%.0f".formatted(part.budgetSeconds()));
      found.append(wrapped(part.name() + ": " + part.summary()));
    }
    return "%s%n%n%s%n%s".formatted(table.text(), found, ending(report));
  }

  private static String wrapped(String line) {
    String broken = line.replaceAll("(.{1,%d})(?:\\s+|$)".formatted(WIDTH), "$1\n  ").strip();
    return "- %s%n".formatted(broken);
  }

  /** The one line that counts. */
  static String ending(Report report) {
    long wrong = report.parts().stream().filter(part -> !part.well()).count();
    if (!report.complete()) {
      return "The check is not at its end.";
    }
    return report.ok()
        ? "All is well: %s.".formatted(report.subject())
        : "%d of %d parts did not pass: %s."
            .formatted(wrong, report.parts().size(), report.subject());
  }
}
