package org.twinprop.experiments.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.twinprop.experiments.console.Formats;
import org.twinprop.trainer.diagnosis.DiagnosisReport;
import org.twinprop.trainer.diagnosis.Explanation;
import org.twinprop.trainer.diagnosis.Explanation.RunnerUp;
import org.twinprop.trainer.diagnosis.TensorFinding;
import org.twinprop.trainer.diagnosis.TensorVerdict;
import org.twinprop.trainer.diagnosis.Witness;

/** What a diagnosis says, in sentences: the same in a terminal, in JSON and on a page. */
final class CheckText {
  /** The least fit of a runner-up that is worth a name. */
  private static final double NEAR = 0.5;

  private static final Pattern WORD = Pattern.compile("[a-z]+ ");

  private CheckText() {}

  /** One word or two for a tensor. */
  static String verdict(TensorVerdict verdict) {
    return switch (verdict) {
      case RIGHT -> "right";
      case ROUNDING_ONLY -> "right (float32)";
      case KINK -> "right (kink)";
      case WRONG -> "WRONG";
      case NOT_WRITTEN -> "NOT WRITTEN";
    };
  }

  /** What all of it comes to. */
  static String headline(DiagnosisReport report) {
    if (report.onlyUnwritten()) {
      return unwrittenHeadline(report);
    }
    long wrong = report.tensors().stream().filter(CheckText::isWrong).count();
    boolean loss = report.loss().isPresent() && !report.loss().get().ok();
    int all = report.tensors().size();
    String gradients = Formats.count(all, "gradient");
    String verb = (wrong == 0 ? all : wrong) == 1 ? "is" : "are";
    if (wrong > 0) {
      return "%d of %s %s wrong%s."
          .formatted(wrong, gradients, verb, loss ? ", and so is the loss" : "");
    }
    if (loss) {
      return report.unwritten().isEmpty()
          ? "The %s %s right, but the loss is not.".formatted(gradients, verb)
          : "The loss is wrong.";
    }
    return right(report, gradients);
  }

  private static boolean isWrong(TensorFinding tensor) {
    return tensor.verdict() == TensorVerdict.WRONG;
  }

  private static String unwrittenHeadline(DiagnosisReport report) {
    int zero = report.unwritten().size();
    int all = report.tensors().size();
    return zero == all
        ? "Not written yet: every gradient is zero everywhere."
        : "%d of %s %s not written yet; the others are right."
            .formatted(zero, Formats.count(all, "gradient"), zero == 1 ? "is" : "are");
  }

  private static String right(DiagnosisReport report, String gradients) {
    String kinks =
        list(
            report.tensors().stream()
                .filter(tensor -> tensor.verdict() == TensorVerdict.KINK)
                .map(TensorFinding::name)
                .toList());
    if (!kinks.isEmpty()) {
      return "Right, but for another choice at kinks in %s, which is no mistake.".formatted(kinks);
    }
    String agree = report.tensors().size() == 1 ? "agrees" : "agree";
    return "Right: %s %s with every witness.".formatted(gradients, agree);
  }

  /** That gradients are not written yet; empty if all are. */
  private static List<String> unwritten(DiagnosisReport report) {
    List<String> names = report.unwritten();
    if (names.isEmpty()) {
      return List.of();
    }
    boolean nothing = names.size() == report.tensors().size();
    return List.of(
        "%s %s zero everywhere: not written yet%s."
            .formatted(
                list(names),
                names.size() == 1 ? "is" : "are",
                nothing ? "" : ", or nothing arrives there from the layers above"));
  }

  /** What the columns of errors do not say themselves; empty where they do. */
  static List<String> legend(DiagnosisReport report) {
    List<String> legend = new ArrayList<>();
    if (report.tensors().stream().anyMatch(t -> t.verdict() == TensorVerdict.KINK)) {
      legend.add(
          "At a kink the loss has no slope: numeric leaves such entries out, while hand-written and"
              + " DL4J show by how much their choices differ from yours.");
    }
    if (!report.absent().containsKey(Witness.NUMERIC)
        && report.tensors().stream()
            .filter(t -> t.name().startsWith("d")) // the output of a layer has no slope
            .anyMatch(t -> !t.maxRelativeErrors().containsKey(Witness.NUMERIC))) {
      legend.add(
          "Where numeric has a dash, no entry that was tried has a slope that differences tell.");
    }
    return legend;
  }

  /** What was done and where, what to do, and how sure that is. */
  static List<String> sentences(Explanation explanation) {
    List<String> sentences = new ArrayList<>();
    sentences.add(sentence(explanation.cause()));
    sentences.add("To mend it: " + explanation.fix() + ".");
    sentences.add(evidence(explanation));
    return sentences;
  }

  /** With a capital, unless it begins with a name such as {@code dx}, and a full stop. */
  private static String sentence(String text) {
    boolean word = WORD.matcher(text).lookingAt() && !text.startsWith("dx ");
    String begun = word ? text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) : text;
    return begun.endsWith(".") ? begun : begun + ".";
  }

  /** All in one. */
  static String text(Explanation explanation) {
    return "%s (%s): %s"
        .formatted(
            explanation.code(), explanation.where(), String.join(" ", sentences(explanation)));
  }

  private static String evidence(Explanation explanation) {
    String recomputed =
        "Computed with this mistake, %s %s yours %s"
            .formatted(
                list(explanation.explains()),
                explanation.explains().size() == 1 ? "is" : "are",
                closeness(explanation.fit()));
    return recomputed + explanation.runnerUp().map(CheckText::second).orElse(".");
  }

  private static String second(RunnerUp second) {
    if (second.equallyGood()) {
      return "; %s would give the same numbers.".formatted(second.code());
    }
    return second.fit() < NEAR
        ? "; nothing else comes near."
        : "; next best is %s, %s.".formatted(second.code(), closeness(second.fit()));
  }

  private static String closeness(double fit) {
    double residual = 1 - fit;
    if (residual < 1e-15) {
      return "to the last digit";
    }
    return residual < 1e-3
        ? "to within %s".formatted(Formats.error(residual))
        : String.format(Locale.ROOT, "to within %.2g%%", 100 * residual);
  }

  /** Names joined as in a sentence. */
  static String list(List<String> names) {
    return names.size() < 2
        ? String.join("", names)
        : String.join(", ", names.subList(0, names.size() - 1))
            + " and "
            + names.get(names.size() - 1);
  }

  /** What is not written, what cannot be explained, and where to begin; empty if everything is. */
  static List<String> unexplained(DiagnosisReport report) {
    List<String> names = report.unexplained();
    List<String> sentences = new ArrayList<>(unwritten(report));
    if (names.isEmpty()) {
      return sentences;
    }
    sentences.add("No known mistake explains " + list(names) + ".");
    report.tensors().stream()
        .filter(tensor -> names.contains(tensor.name()) && !tensor.name().equals("dx"))
        .reduce((before, last) -> last)
        .map(TensorFinding::name)
        .filter(last -> names.size() > 1)
        .ifPresent(
            last ->
                sentences.add(
                    "Begin with %s: gradients flow from the loss back, and it is nearest to it."
                        .formatted(last)));
    return sentences;
  }
}
