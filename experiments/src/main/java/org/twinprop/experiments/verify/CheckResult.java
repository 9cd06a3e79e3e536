package org.twinprop.experiments.verify;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.twinprop.trainer.diagnosis.DiagnosisReport;
import org.twinprop.trainer.diagnosis.Explanation;
import org.twinprop.trainer.diagnosis.Explanation.RunnerUp;
import org.twinprop.trainer.diagnosis.LossFinding;
import org.twinprop.trainer.diagnosis.TensorFinding;
import org.twinprop.trainer.diagnosis.TensorVerdict;
import org.twinprop.trainer.diagnosis.Witness;

/**
 * A check as {@code --json} gives it.
 *
 * @param file that was checked
 * @param network its text
 * @param ok whether all is right
 * @param tensors the gradients
 * @param loss the student's loss, if it was handed in
 * @param diagnosis every mistake that was found, the one that explains most first
 * @param unexplained what is wrong for no known reason
 * @param absent why a witness did not testify, by its name
 * @param notes in words
 * @param error why nothing could be checked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CheckResult(
    String file,
    String network,
    boolean ok,
    List<Tensor> tensors,
    Loss loss,
    List<Mistake> diagnosis,
    List<String> unexplained,
    Map<String, String> absent,
    List<String> notes,
    String error) {

  /**
   * One gradient.
   *
   * @param maxRelativeError by witness; null for one that is absent
   */
  public record Tensor(
      String name,
      List<Long> shape,
      Map<String, Double> maxRelativeError,
      boolean ok,
      TensorVerdict verdict,
      Worst worst,
      List<Mistake> diagnosis) {}

  /** The entry that is furthest off. */
  public record Worst(List<Long> index, double student, double expected) {}

  /** The loss. */
  public record Loss(
      double student,
      double expected,
      double relativeError,
      boolean ok,
      TensorVerdict verdict,
      List<Mistake> diagnosis) {}

  /** A mistake. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Mistake(
      String code,
      double fit,
      List<String> explains,
      String text,
      String cause,
      String fix,
      int layer,
      String where,
      Double constant,
      List<List<Long>> entries,
      Second runnerUp) {}

  /** What came second. */
  public record Second(String code, double fit, boolean equallyGood) {}

  /** What came of a file. */
  public static CheckResult of(Check check) {
    String file = check.subject().file().toString();
    if (!check.readable()) {
      return new CheckResult(file, null, false, null, null, null, null, null, null, check.error());
    }
    DiagnosisReport report = check.report();
    return new CheckResult(
        file,
        check.network(),
        report.ok(),
        tensors(report),
        report.loss().map(CheckResult::loss).orElse(null),
        mistakes(report.explanations()),
        report.unexplained(),
        absent(report),
        report.notes(),
        null);
  }

  /** Every tensor of a report. */
  public static List<Tensor> tensors(DiagnosisReport report) {
    return report.tensors().stream().map(CheckResult::tensor).toList();
  }

  /** Why a witness did not testify, by its name. */
  public static Map<String, String> absent(DiagnosisReport report) {
    return report.absent().entrySet().stream()
        .collect(Collectors.toMap(entry -> key(entry.getKey()), Map.Entry::getValue));
  }

  private static Tensor tensor(TensorFinding tensor) {
    Map<String, Double> errors = new LinkedHashMap<>();
    for (Witness witness : Witness.values()) {
      errors.put(key(witness), tensor.maxRelativeErrors().get(witness));
    }
    return new Tensor(
        tensor.name(),
        Arrays.stream(tensor.shape().sizes()).boxed().toList(),
        errors,
        tensor.ok(),
        tensor.verdict(),
        new Worst(tensor.worst().index(), tensor.worst().student(), tensor.worst().truth()),
        mistakes(tensor.explanations()));
  }

  private static Loss loss(LossFinding loss) {
    return new Loss(
        loss.student(),
        loss.truth(),
        loss.relativeError(),
        loss.ok(),
        loss.verdict(),
        mistakes(loss.explanations()));
  }

  /** Mistakes as JSON has them. */
  public static List<Mistake> mistakes(List<Explanation> explanations) {
    return explanations.stream().map(CheckResult::mistake).toList();
  }

  private static Mistake mistake(Explanation explanation) {
    return new Mistake(
        explanation.code(),
        explanation.fit(),
        explanation.explains(),
        CheckText.text(explanation),
        explanation.cause(),
        explanation.fix(),
        explanation.layer(),
        explanation.where(),
        explanation.constant().isPresent() ? explanation.constant().getAsDouble() : null,
        explanation.entries().isEmpty() ? null : explanation.entries(),
        explanation.runnerUp().map(CheckResult::second).orElse(null));
  }

  private static Second second(RunnerUp second) {
    return new Second(second.code(), second.fit(), second.equallyGood());
  }

  private static String key(Witness witness) {
    return witness.name().toLowerCase(Locale.ROOT);
  }
}
