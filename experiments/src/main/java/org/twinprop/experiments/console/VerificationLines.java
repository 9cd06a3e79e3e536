package org.twinprop.experiments.console;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.twinprop.layers.check.Tolerance;
import org.twinprop.trainer.verification.GradientComparison;
import org.twinprop.trainer.verification.NetworkVerification;
import org.twinprop.trainer.verification.VerificationReport;

/** What a check of the gradients found, in a line; what is wrong, in a table. */
public final class VerificationLines {
  private final Console console;
  private final Set<String> notesSaid = new HashSet<>();

  public VerificationLines(Console console) {
    this.console = console;
  }

  public void print(VerificationReport report) {
    print(report, report.epoch() == 0 ? "before training" : "after epoch " + report.epoch());
  }

  /**
   * @param when it was made, as in {@code after epoch 3}
   */
  public void print(VerificationReport report, String when) {
    console.print(line(report, when));
    if (!report.ok()) {
      console.print(failures(report));
    }
    report.notes().stream().filter(notesSaid::add).forEach(console::note);
  }

  private String line(VerificationReport report, String when) {
    return report.ok()
        ? "%s  %s: %s".formatted(console.good("check ok"), when, agreement(report))
        : "%s  %s: %s".formatted(console.bad("check FAILED"), when, disagreement(report));
  }

  private static String agreement(VerificationReport report) {
    String twin =
        Double.isNaN(report.worstDl4jError())
            ? ""
            : ", %s of DL4J".formatted(Formats.error(report.worstDl4jError()));
    return "within %s of numeric gradients%s"
        .formatted(Formats.error(report.worstNumericError()), twin);
  }

  /** Which arrays are wrong, by which witness; by how much is in the table. */
  private static String disagreement(VerificationReport report) {
    List<GradientComparison> failed = report.rows().stream().filter(row -> !row.ok()).toList();
    List<String> witnesses = new ArrayList<>();
    if (failed.stream().anyMatch(row -> row.numericError() > Tolerance.DEFAULT.relative())) {
      witnesses.add("numeric gradients");
    }
    if (failed.stream().anyMatch(row -> row.dl4jError() > NetworkVerification.DL4J_TOLERANCE)) {
      witnesses.add("DL4J");
    }
    return "%s %s from %s"
        .formatted(
            failed.stream().map(GradientComparison::parameter).collect(Collectors.joining(", ")),
            failed.size() == 1 ? "differs" : "differ",
            String.join(" and ", witnesses));
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
