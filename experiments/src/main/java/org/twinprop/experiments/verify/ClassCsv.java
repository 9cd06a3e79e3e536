package org.twinprop.experiments.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.twinprop.data.BadInput;
import org.twinprop.data.numpy.AtomicFile;
import org.twinprop.experiments.folder.CsvTable;
import org.twinprop.experiments.folder.FileProblem;
import org.twinprop.trainer.diagnosis.DiagnosisReport;
import org.twinprop.trainer.diagnosis.TensorFinding;
import org.twinprop.trainer.diagnosis.TensorVerdict;

/** A class as a spreadsheet: a row for each submission. */
public final class ClassCsv {
  private static final List<String> HEADER =
      List.of(
          "file",
          "outcome",
          "gradients",
          "wrong",
          "mistakes",
          "unexplained",
          "max_relative_error",
          "network",
          "error");

  private ClassCsv() {}

  /**
   * Writes the file, or replaces it.
   *
   * @throws BadInput if it cannot be written
   */
  public static void write(Path file, List<Check> checks) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CsvTable table = new CsvTable(bytes, HEADER)) {
      checks.forEach(check -> table.row(cells(check)));
    }
    try {
      AtomicFile.write(file, bytes::writeTo);
    } catch (IOException e) {
      throw new BadInput(
          "--csv %s: cannot be written (%s)".formatted(file, FileProblem.reason(e)), e);
    }
  }

  private static Object[] cells(Check check) {
    String name = check.subject().name();
    if (!check.readable()) {
      return new Object[] {name, "not checked", null, null, null, null, null, null, check.error()};
    }
    DiagnosisReport report = check.report();
    return new Object[] {
      name,
      check.ok() ? "right" : check.unwritten() ? "not written" : "wrong",
      report.tensors().size(),
      report.tensors().stream().filter(t -> t.verdict() == TensorVerdict.WRONG).count(),
      String.join(" ", CheckLines.codes(report)),
      String.join(" ", report.unexplained()),
      report.tensors().stream().mapToDouble(ClassCsv::worst).max().orElse(Double.NaN),
      check.network(),
      null
    };
  }

  private static double worst(TensorFinding tensor) {
    return tensor.maxRelativeErrors().values().stream()
        .mapToDouble(Double::doubleValue)
        .max()
        .orElse(Double.NaN);
  }
}
