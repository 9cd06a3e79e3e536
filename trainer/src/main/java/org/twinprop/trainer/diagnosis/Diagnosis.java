package org.twinprop.trainer.diagnosis;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says whether a student's gradients are right, and if not, what mistakes they come from.
 *
 * <pre>
 * DiagnosisReport report = Diagnosis.of(submission);
 * </pre>
 */
public final class Diagnosis {
  private static final double SMALLEST_SHARE = 1e-9;

  private final Submission submission;
  private final Gradients truth;
  private final Investigation investigation;
  private final Rounding rounding;
  private final Dl4jWitness dl4j;
  private final boolean float32;

  private Diagnosis(Submission submission, boolean library) {
    this.submission = submission;
    truth = Gradients.of(submission.network(), submission.x(), submission.y());
    dl4j = library ? Dl4jWitness.of(submission) : new Dl4jWitness(Map.of(), "DL4J was not asked");
    investigation = new Investigation(submission, truth);
    rounding = investigation.rounding();
    float32 = submission.float32() || Rounding.isFloat32(submission.gradients().values());
  }

  /**
   * @throws IllegalArgumentException if x or y do not fit the network; the message says what was
   *     expected
   */
  public static DiagnosisReport of(Submission submission) {
    return withInputGradient(submission, true);
  }

  /** The same without DL4J, whose networks take longest to build. */
  static DiagnosisReport withoutDl4j(Submission submission) {
    return withInputGradient(submission, false);
  }

  private static DiagnosisReport withInputGradient(Submission submission, boolean library) {
    boolean wanted = submission.network().wantsInputGradient();
    submission.network().wantInputGradient(true);
    try {
      return new Diagnosis(submission, library).report();
    } finally {
      submission.network().wantInputGradient(wanted);
    }
  }

  private DiagnosisReport report() {
    Map<String, Comparison> comparisons = comparisons(investigation.tape());
    Set<String> different = beyond(comparisons, false);
    Set<String> wrong = float32 ? beyond(comparisons, true) : different;
    Explainer explainer = wrong.isEmpty() ? null : investigation.explainer(wrong, float32);
    if (explainer != null && !float32) {
      Set<String> coarse = beyond(comparisons, true);
      wrong = new LinkedHashSet<>(wrong);
      wrong.removeIf(name -> !coarse.contains(name) && !explainer.explains(name));
      return findings(comparisons, different, wrong, second(explainer, wrong))
          .report(dl4j.absent());
    }
    return findings(comparisons, different, wrong, explainer).report(dl4j.absent());
  }

  /** What float64 cannot explain may be rounded as float32 somewhere within. */
  private Explainer second(Explainer first, Set<String> wrong) {
    if (wrong.isEmpty() || first.unexplained() == 0) {
      return first;
    }
    Explainer coarse = investigation.explainer(wrong, true);
    return coarse.unexplained() < first.unexplained() ? coarse : first;
  }

  private Findings findings(
      Map<String, Comparison> comparisons,
      Set<String> different,
      Set<String> wrong,
      Explainer explainer) {
    LossDiagnosis loss = investigation.ofLoss();
    return new Findings(
        submission, truth.loss(), float32, comparisons, different, wrong, explainer, loss);
  }

  /** The given gradients in the order of the network's parameters, the input last. */
  private Map<String, Comparison> comparisons(Tape tape) {
    Set<String> names = new LinkedHashSet<>(truth.byName().keySet());
    names.retainAll(submission.gradients().keySet());
    int entries = Work.entries(tape, names.size(), NumericWitness.MOST_ENTRIES);
    NumericWitness numeric = new NumericWitness(submission, truth, entries);
    double smallest = SMALLEST_SHARE * truth.largest();
    Map<String, Comparison> comparisons = new LinkedHashMap<>();
    for (String name : names) {
      comparisons.put(
          name,
          Comparison.of(name, submission.gradients().get(name), truth, numeric, dl4j, smallest));
    }
    return comparisons;
  }

  /** Those that differ by more than rounding. */
  private Set<String> beyond(Map<String, Comparison> comparisons, boolean coarse) {
    return comparisons.entrySet().stream()
        .filter(e -> !(e.getValue().distance() <= rounding.tolerance(e.getKey(), coarse)))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
