package org.twinprop.experiments.student;

import java.nio.file.Path;
import java.util.List;
import org.twinprop.experiments.student.StudentReport.Problem;
import org.twinprop.trainer.diagnosis.DiagnosisReport;

/**
 * What was found about a student's layer.
 *
 * @param subject the file
 * @param className of the layer; null if it could not be made
 * @param like our layer that it was held against; null if none
 * @param batch the shape of x, examples first
 * @param report output, {@code y}, and every gradient that there is; empty if it came to none
 * @param diagnosed whether known mistakes were tried on what is wrong
 * @param problems rules that it breaks, a sentence or two each
 * @param failure why it was not checked to the end; null if it was
 * @param printed what the code printed, the first lines
 */
public record LayerResult(
    Path subject,
    String className,
    String like,
    List<Long> batch,
    DiagnosisReport report,
    boolean diagnosed,
    List<Problem> problems,
    StudentFailure failure,
    List<String> printed) {
  public LayerResult {
    batch = List.copyOf(batch);
    problems = List.copyOf(problems);
    printed = List.copyOf(printed);
  }

  /** Whether it was checked to the end, and nothing is wrong. */
  public boolean ok() {
    return failure == null && problems.isEmpty() && report.ok();
  }

  /** Whether it could be run at all. */
  public boolean usable() {
    return failure == null || failure.kind() != StudentFailure.Kind.UNUSABLE;
  }
}
