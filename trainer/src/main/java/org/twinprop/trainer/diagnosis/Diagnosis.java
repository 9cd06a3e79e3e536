package org.twinprop.trainer.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Shape;

/**
 * Says whether a student's gradients are right, and if not, what mistake they come from.
 *
 * <pre>
 * DiagnosisReport report = Diagnosis.of(submission);
 * </pre>
 */
public final class Diagnosis {
  private final Submission submission;
  private final Gradients truth;
  private final Rounding rounding;
  private final Dl4jWitness dl4j;
  private final NumericWitness numeric;

  private Diagnosis(Submission submission) {
    this.submission = submission;
    truth = Gradients.of(submission.network(), submission.x(), submission.y());
    dl4j = Dl4jWitness.of(submission);
    rounding = Rounding.of(submission, truth);
    numeric = new NumericWitness(submission, truth);
  }

  /**
   * @throws IllegalArgumentException if x or y do not fit the network; the message says what was
   *     expected
   */
  public static DiagnosisReport of(Submission submission) {
    return new Diagnosis(submission).report();
  }

  private DiagnosisReport report() {
    List<TensorFinding> tensors = new ArrayList<>();
    for (String name : names()) {
      tensors.add(finding(name, submission.gradients().get(name)));
    }
    Optional<LossFinding> loss =
        submission.loss().isPresent()
            ? Optional.of(loss(submission.loss().getAsDouble()))
            : Optional.empty();
    Map<Witness, String> absent =
        dl4j.absent().isEmpty() ? Map.of() : Map.of(Witness.DL4J, dl4j.absent());
    return new DiagnosisReport(tensors, loss, List.of(), absent, List.of());
  }

  /** The given gradients in the order of the network's parameters, the input last. */
  private Set<String> names() {
    Set<String> names = new LinkedHashSet<>(truth.byName().keySet());
    names.retainAll(submission.gradients().keySet());
    return names;
  }

  private TensorFinding finding(String name, INDArray student) {
    double smallest = 1e-9 * truth.largest();
    Comparison comparison = Comparison.of(name, student, truth, numeric, dl4j, smallest);
    return new TensorFinding(
        "d" + name,
        Shape.of(student.shape()),
        comparison.errors(),
        comparison.worst(),
        verdict(name, comparison.distance()),
        List.of());
  }

  private TensorVerdict verdict(String name, double distance) {
    if (distance <= rounding.tolerance(name, false)) {
      return TensorVerdict.RIGHT;
    }
    return distance <= rounding.tolerance(name, true)
        ? TensorVerdict.ROUNDING_ONLY
        : TensorVerdict.WRONG;
  }

  private LossFinding loss(double student) {
    double error = RelativeError.of(student, truth.loss(), Double.MIN_NORMAL);
    TensorVerdict verdict =
        error <= 1e-9
            ? TensorVerdict.RIGHT
            : error <= 1e-5 ? TensorVerdict.ROUNDING_ONLY : TensorVerdict.WRONG;
    return new LossFinding(student, truth.loss(), error, verdict, List.of());
  }
}
