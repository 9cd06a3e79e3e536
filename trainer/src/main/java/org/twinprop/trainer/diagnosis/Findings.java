package org.twinprop.trainer.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.twinprop.layers.Shape;

/**
 * Puts together what is known of every gradient and of the loss.
 *
 * @param truth our loss
 * @param comparisons by parameter name
 * @param different the names of those that differ by more than float64 rounds
 * @param wrong the names of those that differ by more than is rounding
 * @param explainer null where nothing is wrong
 */
record Findings(
    Submission submission,
    double truth,
    boolean float32,
    Map<String, Comparison> comparisons,
    Set<String> different,
    Set<String> wrong,
    Explainer explainer,
    LossDiagnosis loss) {
  private static final double SMALLEST_LOSS = 1e-3;

  DiagnosisReport report(String dl4jAbsent) {
    List<Explanation> explanations = explainer == null ? List.of() : explainer.explanations();
    Optional<LossFinding> lossFinding = Optional.empty();
    if (submission.loss().isPresent()) {
      double theirs = submission.loss().getAsDouble();
      if (verdict(theirs) == TensorVerdict.WRONG) {
        explanations =
            loss.of(theirs, precision())
                .map(suspect -> LossExplanation.joined(explanations(), suspect))
                .orElse(explanations);
      }
      lossFinding = Optional.of(finding(theirs, explanations));
    }
    List<TensorFinding> tensors = new ArrayList<>();
    for (Map.Entry<String, Comparison> entry : comparisons.entrySet()) {
      tensors.add(finding(entry.getKey(), entry.getValue(), explanations));
    }
    Map<Witness, String> absent = new LinkedHashMap<>();
    if (!dl4jAbsent.isEmpty()) {
      absent.put(Witness.DL4J, dl4jAbsent);
    }
    return new DiagnosisReport(tensors, lossFinding, explanations, absent, notes(tensors));
  }

  private List<Explanation> explanations() {
    return explainer == null ? List.of() : explainer.explanations();
  }

  private TensorFinding finding(
      String name, Comparison comparison, List<Explanation> explanations) {
    TensorVerdict verdict = verdict(name);
    String shown = "d" + name;
    return new TensorFinding(
        shown,
        Shape.of(submission.gradients().get(name).shape()),
        comparison.errors(),
        comparison.worst(),
        verdict,
        verdict == TensorVerdict.WRONG ? about(shown, explanations) : List.of());
  }

  private TensorVerdict verdict(String name) {
    if (!different.contains(name)) {
      return TensorVerdict.RIGHT;
    }
    if (!wrong.contains(name)) {
      return TensorVerdict.ROUNDING_ONLY;
    }
    return explainer.isKink(name) ? TensorVerdict.KINK : TensorVerdict.WRONG;
  }

  private static List<Explanation> about(String name, List<Explanation> explanations) {
    return explanations.stream().filter(e -> e.explains().contains(name)).toList();
  }

  private double precision() {
    return float32 ? 1e-5 : 1e-9;
  }

  private TensorVerdict verdict(double theirs) {
    double error = Math.abs(theirs - truth) / Math.max(Math.abs(truth), SMALLEST_LOSS);
    if (error <= 1e-9) {
      return TensorVerdict.RIGHT;
    }
    return error <= 1e-5 && (float32 || loss.of(theirs, 1e-9).isEmpty())
        ? TensorVerdict.ROUNDING_ONLY
        : TensorVerdict.WRONG;
  }

  private LossFinding finding(double theirs, List<Explanation> explanations) {
    double error = RelativeError.of(theirs, truth, Double.MIN_NORMAL);
    return new LossFinding(theirs, truth, error, verdict(theirs), about("loss", explanations));
  }

  private List<String> notes(List<TensorFinding> tensors) {
    List<String> notes = new ArrayList<>();
    if (tensors.stream().anyMatch(t -> t.verdict() == TensorVerdict.KINK)) {
      List<String> kinks = explainer.kinks();
      notes.addAll(
          kinks.isEmpty()
              ? List.of("weights that are exactly 0 got another slope of l1 |W|, which is as good")
              : kinks);
    }
    boolean unexplained =
        tensors.stream()
            .anyMatch(t -> t.verdict() == TensorVerdict.WRONG && t.explanations().isEmpty());
    if (unexplained && explainer.cutShort()) {
      notes.add(
          "not every known mistake was tried, as the network is large: hand in fewer examples or"
              + " smaller layers to have all of them tried");
    }
    return notes;
  }
}
