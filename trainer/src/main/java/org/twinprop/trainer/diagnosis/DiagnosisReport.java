package org.twinprop.trainer.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found about a student's backward pass.
 *
 * @param tensors a finding for every gradient that was given, in the order of the network's
 *     parameters, {@code dx} last
 * @param loss about the loss, if it was given
 * @param explanations the mistakes, the one that explains most first; what is wrong and in none of
 *     them is explained by no known mistake
 * @param absent why a witness did not testify, in words
 * @param notes what else a reader should know, a sentence each
 */
public record DiagnosisReport(
    List<TensorFinding> tensors,
    Optional<LossFinding> loss,
    List<Explanation> explanations,
    Map<Witness, String> absent,
    List<String> notes) {
  public DiagnosisReport {
    tensors = List.copyOf(tensors);
    explanations = List.copyOf(explanations);
    absent = Map.copyOf(absent);
    notes = List.copyOf(notes);
  }

  /** Whether nothing is wrong: rounding and kinks are not. */
  public boolean ok() {
    return tensors.stream().allMatch(TensorFinding::ok) && loss.map(LossFinding::ok).orElse(true);
  }

  /** The gradients that are zero everywhere, as before they are computed. */
  public List<String> unwritten() {
    return tensors.stream()
        .filter(tensor -> tensor.verdict() == TensorVerdict.NOT_WRITTEN)
        .map(TensorFinding::name)
        .toList();
  }

  /** Whether nothing is wrong but gradients that are not written. */
  public boolean onlyUnwritten() {
    return !unwritten().isEmpty()
        && tensors.stream().noneMatch(tensor -> tensor.verdict() == TensorVerdict.WRONG)
        && loss.map(LossFinding::ok).orElse(true);
  }

  /** What is wrong and explained by no known mistake: names of tensors, or {@code loss}. */
  public List<String> unexplained() {
    List<String> names =
        new ArrayList<>(
            tensors.stream()
                .filter(tensor -> tensor.verdict() == TensorVerdict.WRONG)
                .filter(tensor -> tensor.explanations().isEmpty())
                .map(TensorFinding::name)
                .toList());
    loss.filter(found -> !found.ok() && found.explanations().isEmpty())
        .ifPresent(found -> names.add("loss"));
    return names;
  }

  /**
   * The finding about one gradient.
   *
   * @param name {@code dW1}
   * @throws IllegalArgumentException if that was not given
   */
  public TensorFinding of(String name) {
    return tensors.stream()
        .filter(tensor -> tensor.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " was not given"));
  }
}
