package org.twinprop.experiments.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.trainer.diagnosis.Diagnosis;
import org.twinprop.trainer.diagnosis.DiagnosisReport;
import org.twinprop.trainer.diagnosis.Explanation;
import org.twinprop.trainer.diagnosis.Submission;
import org.twinprop.trainer.diagnosis.TensorFinding;
import org.twinprop.trainer.diagnosis.TensorVerdict;

/**
 * Gradients that are zero everywhere where the true ones are not: most likely nobody has written
 * their formula yet, and 0 times the truth is no mistake worth a name. The others are diagnosed
 * without them.
 */
final class UnwrittenGradients {
  private static final String FACTOR = "factor";

  private UnwrittenGradients() {}

  /** Diagnoses a submission, setting gradients apart that are not written. */
  static DiagnosisReport diagnose(Submission submission) {
    DiagnosisReport all = Diagnosis.of(submission);
    Set<String> unwritten =
        all.tensors().stream()
            .filter(tensor -> tensor.verdict() == TensorVerdict.WRONG)
            .filter(tensor -> isZero(gradient(submission, tensor)))
            .filter(tensor -> !isExplained(tensor))
            .map(TensorFinding::name)
            .collect(Collectors.toSet());
    return unwritten.isEmpty() ? all : joined(all, rest(submission, unwritten), unwritten);
  }

  private static INDArray gradient(Submission submission, TensorFinding tensor) {
    return submission.gradients().get(tensor.name().substring(1));
  }

  private static boolean isZero(INDArray gradient) {
    return gradient.norm1Number().doubleValue() == 0;
  }

  /** Some mistakes do give zeros: the first of the time steps alone, which has no state before. */
  private static boolean isExplained(TensorFinding tensor) {
    return !tensor.explanations().isEmpty()
        && tensor.explanations().stream().noneMatch(UnwrittenGradients::isNothing);
  }

  private static boolean isNothing(Explanation explanation) {
    return explanation.code().equals(FACTOR) && Math.abs(explanation.constant().orElse(1)) < 1e-9;
  }

  /** What is found about the gradients that are written. */
  private static DiagnosisReport rest(Submission submission, Set<String> unwritten) {
    Map<String, INDArray> written = new LinkedHashMap<>(submission.gradients());
    written.keySet().removeIf(name -> unwritten.contains("d" + name));
    Submission rest =
        new Submission(
            submission.network(),
            submission.x(),
            submission.y(),
            written,
            submission.loss(),
            submission.float32());
    try {
      return Diagnosis.of(rest);
    } finally {
      rest.gradients().values().forEach(INDArray::close);
    }
  }

  private static DiagnosisReport joined(
      DiagnosisReport all, DiagnosisReport rest, Set<String> unwritten) {
    List<TensorFinding> tensors = new ArrayList<>();
    for (TensorFinding tensor : all.tensors()) {
      boolean missing = unwritten.contains(tensor.name());
      tensors.add(missing ? unwritten(tensor) : rest.of(tensor.name()));
    }
    return new DiagnosisReport(
        tensors, rest.loss(), rest.explanations(), all.absent(), rest.notes());
  }

  private static TensorFinding unwritten(TensorFinding tensor) {
    return new TensorFinding(
        tensor.name(),
        tensor.shape(),
        tensor.maxRelativeErrors(),
        tensor.worst(),
        TensorVerdict.NOT_WRITTEN,
        List.of());
  }
}
