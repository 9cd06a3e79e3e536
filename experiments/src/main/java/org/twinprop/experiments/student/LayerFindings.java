package org.twinprop.experiments.student;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.experiments.student.StudentReport.NumericFinding;
import org.twinprop.layers.Shape;
import org.twinprop.trainer.diagnosis.Diagnosis;
import org.twinprop.trainer.diagnosis.DiagnosisReport;
import org.twinprop.trainer.diagnosis.TensorFinding;
import org.twinprop.trainer.diagnosis.TensorVerdict;
import org.twinprop.trainer.diagnosis.Witness;

/** What the witnesses say about a student's output and gradients. */
final class LayerFindings {
  private static final double FORWARD_TOLERANCE = 1e-9;
  private static final double FLOAT32_TOLERANCE = 1e-4;

  private final StudentTrial trial;
  private boolean diagnosed;

  LayerFindings(StudentTrial trial) {
    this.trial = trial;
  }

  /** By the student's own forward pass alone. */
  DiagnosisReport alone() {
    List<TensorFinding> tensors =
        trial.report().numeric().stream().map(LayerFindings::numeric).toList();
    List<String> notes = new ArrayList<>(trial.report().notes());
    trial.report().numeric().stream().flatMap(found -> sampled(found).stream()).forEach(notes::add);
    return new DiagnosisReport(tensors, Optional.empty(), List.of(), Map.of(), notes);
  }

  /**
   * Says so where differences alone are to prove a gradient right, and were not taken everywhere.
   */
  private static Optional<String> sampled(NumericFinding found) {
    long entries = found.shape().stream().reduce(1L, (a, b) -> a * b);
    return found.verdict().equals("WRONG") || found.entries() == entries
        ? Optional.empty()
        : Optional.of(
            ("Differences were taken at %,d of the %,d entries of %s; a smaller --input, or a"
                    + " longer --time-limit, lets all be checked.")
                .formatted(found.entries(), entries, found.name()));
  }

  /** By our layer and DL4J's too. */
  DiagnosisReport beside(ReferenceLayer reference) {
    if (!trial.arrays().containsKey("y")) {
      return alone();
    }
    TensorFinding y = output(reference);
    if (!y.ok()) {
      return otherFunction(y);
    }
    DiagnosisReport report = Diagnosis.of(reference.submission());
    diagnosed = true;
    List<TensorFinding> tensors = new ArrayList<>(List.of(y));
    for (TensorFinding tensor : report.tensors()) {
      tensors.add(withOwnDifferences(LayerMistakes.of(tensor)));
    }
    trial.report().numeric().stream()
        .filter(found -> tensors.stream().noneMatch(known -> known.name().equals(found.name())))
        .forEach(found -> tensors.add(numeric(found)));
    tensors.sort(Comparator.comparing(tensor -> place(tensor.name())));
    List<String> notes = new ArrayList<>(trial.report().notes());
    notes.addAll(report.notes());
    return new DiagnosisReport(
        tensors, Optional.empty(), LayerMistakes.of(report.explanations()), report.absent(), notes);
  }

  /** Whether known mistakes were tried on what is wrong. */
  boolean diagnosed() {
    return diagnosed;
  }

  /** y first, then gradients as the layer has them, dx last. */
  private int place(String name) {
    List<String> order = new ArrayList<>(trial.arrays().keySet());
    return order.indexOf(name.equals("y") ? name : "gradient " + name.substring(1));
  }

  private TensorFinding output(ReferenceLayer reference) {
    INDArray y = trial.arrays().get("y");
    Gap ours = Gap.between(y, reference.output());
    Map<Witness, Double> errors = new EnumMap<>(Witness.class);
    errors.put(Witness.HANDWRITTEN, ours.error());
    reference
        .outputOfDl4j()
        .ifPresent(theirs -> errors.put(Witness.DL4J, Gap.between(y, theirs).error()));
    TensorVerdict verdict =
        ours.error() <= FORWARD_TOLERANCE
            ? TensorVerdict.RIGHT
            : ours.error() <= FLOAT32_TOLERANCE ? TensorVerdict.ROUNDING_ONLY : TensorVerdict.WRONG;
    return new TensorFinding(
        "y",
        Shape.of(y.shape()),
        errors,
        new TensorFinding.Worst(ours.index(), ours.a(), ours.b()),
        verdict,
        List.of());
  }

  private DiagnosisReport otherFunction(TensorFinding y) {
    DiagnosisReport alone = alone();
    List<TensorFinding> tensors = new ArrayList<>(List.of(y));
    tensors.addAll(alone.tensors());
    List<String> notes = new ArrayList<>(alone.notes());
    notes.add(
        "The forward pass computes something else, so the gradients were held against differences"
            + " of it as it is: mend forward first.");
    return new DiagnosisReport(tensors, Optional.empty(), List.of(), Map.of(), notes);
  }

  /** Differences of the student's own forward pass cover more entries than those of ours. */
  private TensorFinding withOwnDifferences(TensorFinding tensor) {
    Map<Witness, Double> errors = new EnumMap<>(Witness.class);
    errors.putAll(tensor.maxRelativeErrors());
    trial.report().numeric().stream()
        .filter(found -> found.name().equals(tensor.name()))
        .forEach(found -> errors.merge(Witness.NUMERIC, found.maxRelativeError(), Math::max));
    return new TensorFinding(
        tensor.name(),
        tensor.shape(),
        errors,
        tensor.worst(),
        tensor.verdict(),
        tensor.explanations());
  }

  private static TensorFinding numeric(NumericFinding found) {
    return new TensorFinding(
        found.name(),
        Shape.of(found.shape().stream().mapToLong(Long::longValue).toArray()),
        Map.of(Witness.NUMERIC, found.maxRelativeError()),
        new TensorFinding.Worst(found.index(), found.student(), found.numeric()),
        switch (found.verdict()) {
          case "OK" -> TensorVerdict.RIGHT;
          case "KINK" -> TensorVerdict.KINK;
          default -> TensorVerdict.WRONG;
        },
        List.of());
  }
}
