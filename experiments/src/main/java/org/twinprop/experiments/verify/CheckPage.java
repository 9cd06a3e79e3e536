package org.twinprop.experiments.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.data.BadInput;
import org.twinprop.data.numpy.AtomicFile;
import org.twinprop.experiments.folder.FileProblem;
import org.twinprop.experiments.report.Page;
import org.twinprop.trainer.diagnosis.DiagnosisReport;
import org.twinprop.trainer.diagnosis.Explanation;
import org.twinprop.trainer.diagnosis.TensorFinding;
import org.twinprop.trainer.submission.NumpySubmission;

/** A check as a page: the findings, and every gradient drawn beside the right one. */
public final class CheckPage {
  private static final String TEMPLATE = "org/twinprop/experiments/verify/check.peb";

  private CheckPage() {}

  /** A mistake in words. */
  public record Mistake(String code, String where, String explains, List<String> sentences) {}

  /**
   * Writes the page, or replaces it.
   *
   * @throws BadInput if it cannot be written
   */
  public static void write(
      Path file, Subject subject, NumpySubmission submission, DiagnosisReport report) {
    byte[] page = render(subject, submission, report).getBytes(StandardCharsets.UTF_8);
    try {
      AtomicFile.write(file, out -> out.write(page));
    } catch (IOException e) {
      throw new BadInput(
          "--html %s: cannot be written (%s)".formatted(file, FileProblem.reason(e)), e);
    }
  }

  static String render(Subject subject, NumpySubmission submission, DiagnosisReport report) {
    Map<String, Object> values = new HashMap<>();
    values.put("name", subject.name());
    values.put("network", submission.submission().network().architecture().text());
    values.put("examples", submission.submission().x().size(0));
    values.put("headline", CheckText.headline(report));
    values.put("ok", report.ok());
    values.put("mistakes", report.explanations().stream().map(CheckPage::mistake).toList());
    values.put("unexplained", CheckText.unexplained(report));
    values.put("notes", report.notes());
    values.put("rows", report.tensors().stream().map(CheckPage::row).toList());
    values.put("tensors", pictures(submission, report));
    return Page.render(TEMPLATE, values);
  }

  private static List<TensorPicture> pictures(NumpySubmission submission, DiagnosisReport report) {
    Map<String, INDArray> truth = submission.handwritten();
    try {
      return report.tensors().stream()
          .map(
              finding -> {
                String parameter = finding.name().substring(1);
                return TensorPicture.of(
                    finding,
                    submission.submission().gradients().get(parameter),
                    truth.get(parameter));
              })
          .toList();
    } finally {
      truth.values().forEach(INDArray::close);
    }
  }

  private static Mistake mistake(Explanation explanation) {
    return new Mistake(
        explanation.code(),
        explanation.where(),
        CheckText.list(explanation.explains()),
        CheckText.sentences(explanation));
  }

  /** The cells of a gradient's row; the verdict second, so that it is seen on a narrow screen. */
  private static List<String> row(TensorFinding finding) {
    List<String> cells = new ArrayList<>(CheckLines.plainCells(finding));
    cells.add(1, cells.remove(cells.size() - 1));
    return cells;
  }
}
