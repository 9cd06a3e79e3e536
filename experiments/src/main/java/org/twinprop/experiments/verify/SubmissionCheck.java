package org.twinprop.experiments.verify;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.twinprop.data.BadInput;
import org.twinprop.layers.Architecture;
import org.twinprop.trainer.diagnosis.DiagnosisReport;
import org.twinprop.trainer.submission.NumpySubmission;

/**
 * Checks submissions.
 *
 * @param network what {@code --net} says; without it, each has a text file beside it
 * @param partial whether gradients may be missing
 */
public record SubmissionCheck(Optional<String> network, boolean partial) {
  /**
   * Reads and diagnoses one file.
   *
   * @throws BadInput if it cannot be checked
   */
  public Check check(Subject subject) {
    return check(subject, (submission, report) -> {});
  }

  /**
   * The same, for someone who also wants to see the numbers.
   *
   * @param viewer gets the submission, which is closed after that, and what was found
   */
  public Check check(Subject subject, BiConsumer<NumpySubmission, DiagnosisReport> viewer) {
    Architecture architecture = NetworkFile.of(subject.file(), network);
    try (NumpySubmission read = NumpySubmission.read(subject.file(), architecture, partial)) {
      DiagnosisReport report = withNotes(UnwrittenGradients.diagnose(read.submission()), read);
      viewer.accept(read, report);
      return new Check(subject, architecture.text(), read.submission().x().size(0), report, null);
    }
  }

  private static DiagnosisReport withNotes(DiagnosisReport report, NumpySubmission read) {
    return new DiagnosisReport(
        report.tensors(),
        report.loss(),
        report.explanations(),
        report.absent(),
        Stream.concat(read.notes().stream(), report.notes().stream()).toList());
  }
}
