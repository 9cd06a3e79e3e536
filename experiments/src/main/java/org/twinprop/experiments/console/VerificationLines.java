package org.twinprop.experiments.console;

import java.util.HashSet;
import java.util.Set;
import org.twinprop.trainer.verification.GradientComparison;
import org.twinprop.trainer.verification.VerificationReport;

/** What a check of the gradients found, in a line; what is wrong, in a table. */
final class VerificationLines {
  private final Console console;
  private final Set<String> notesSaid = new HashSet<>();

  VerificationLines(Console console) {
    this.console = console;
  }

  void print(VerificationReport report) {
    console.print(line(report));
    if (!report.ok()) {
      console.print(failures(report));
    }
    report.notes().stream().filter(notesSaid::add).forEach(note -> console.print("  " + note));
  }

  private String line(VerificationReport report) {
    String twin =
        Double.isNaN(report.worstDl4jError())
            ? ""
            : ", %s of DL4J".formatted(Formats.error(report.worstDl4jError()));
    return "%s  %s: within %s of numeric gradients%s"
        .formatted(
            report.ok() ? console.good("check ok") : console.bad("check FAILED"),
            report.epoch() == 0 ? "before training" : "after epoch " + report.epoch(),
            Formats.error(report.worstNumericError()),
            twin);
  }

  private static String failures(VerificationReport report) {
    TextTable table =
        new TextTable()
            .words("layer")
            .words("array")
            .numbers("numeric")
            .numbers("DL4J")
            .words("worst entry");
    for (GradientComparison row : report.rows()) {
      if (!row.ok()) {
        table.row(
            row.layer(),
            row.parameter(),
            Formats.error(row.numericError()),
            Formats.error(row.dl4jError()),
            row.worst());
      }
    }
    return table.text();
  }
}
