package org.twinprop.experiments.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.console.Formats;
import org.twinprop.experiments.console.TextTable;
import org.twinprop.trainer.diagnosis.DiagnosisReport;
import org.twinprop.trainer.diagnosis.Explanation;
import org.twinprop.trainer.diagnosis.LossFinding;
import org.twinprop.trainer.diagnosis.TensorFinding;
import org.twinprop.trainer.diagnosis.TensorVerdict;
import org.twinprop.trainer.diagnosis.Witness;

/** One check as a student reads it: a table of the gradients, then what is the matter. */
public final class CheckLines {
  private final Console console;

  /**
   * @param console where to
   */
  public CheckLines(Console console) {
    this.console = console;
  }

  /** Prints a check that was made. */
  public void print(Check check) {
    DiagnosisReport report = check.report();
    console.print(console.bold(check.subject().name()) + ": " + check.network());
    console.print("Batch of " + Formats.count(check.examples(), "example"));
    console.gap();
    printTable(report);
    console.gap();
    String headline = CheckText.headline(report);
    console.print(check.ok() ? console.good(headline) : console.bad(headline));
    printMistakes(report);
    printNotes(report);
  }

  /** A row for each tensor, and how its columns are to be read. */
  public void printTable(DiagnosisReport report) {
    console.print(table(report));
    List<String> legend = CheckText.legend(report);
    if (!legend.isEmpty()) {
      console.gap();
      legend.forEach(console::point);
    }
  }

  /** The mistakes that explain what is wrong, and what none explains. */
  public void printMistakes(DiagnosisReport report) {
    report.explanations().forEach(this::print);
    CheckText.unexplained(report).forEach(console::point);
  }

  private void print(Explanation explanation) {
    console.gap();
    console.print(
        "%s  in %s; explains %s"
            .formatted(
                console.bold(explanation.code()),
                explanation.where(),
                CheckText.list(explanation.explains())));
    CheckText.sentences(explanation).forEach(console::point);
  }

  /** What else there is to know, and which witness is absent. */
  public void printNotes(DiagnosisReport report) {
    if (report.notes().isEmpty() && report.absent().isEmpty()) {
      return;
    }
    console.gap();
    report.notes().forEach(console::point);
    report
        .absent()
        .forEach((witness, why) -> console.point("%s: %s".formatted(name(witness), why)));
  }

  private String table(DiagnosisReport report) {
    TextTable table =
        new TextTable()
            .words("tensor")
            .words("shape")
            .words("worst entry")
            .numbers("yours")
            .numbers("should be");
    for (Witness witness : Witness.values()) {
      table.numbers(name(witness));
    }
    table.words("verdict");
    report.tensors().forEach(tensor -> table.row(cells(tensor)));
    report.loss().ifPresent(loss -> table.row(cells(loss)));
    return table.text();
  }

  private String[] cells(TensorFinding tensor) {
    List<String> cells = new ArrayList<>(plainCells(tensor));
    cells.set(cells.size() - 1, coloured(tensor.verdict()));
    return cells.toArray(String[]::new);
  }

  /** The row of a gradient, from its name to its verdict. */
  static List<String> plainCells(TensorFinding tensor) {
    Map<Witness, Double> errors = tensor.maxRelativeErrors();
    return List.of(
        tensor.name(),
        tensor.shape().toString(),
        tensor.worst().index().toString(),
        number(tensor.worst().student()),
        number(tensor.worst().truth()),
        Formats.error(errors.getOrDefault(Witness.NUMERIC, Double.NaN)),
        Formats.error(errors.getOrDefault(Witness.HANDWRITTEN, Double.NaN)),
        Formats.error(errors.getOrDefault(Witness.DL4J, Double.NaN)),
        CheckText.verdict(tensor.verdict()));
  }

  private String[] cells(LossFinding loss) {
    return new String[] {
      "loss",
      "",
      "",
      number(loss.student()),
      number(loss.truth()),
      "-",
      Formats.error(loss.relativeError()),
      "-",
      coloured(loss.verdict())
    };
  }

  private String coloured(TensorVerdict verdict) {
    String text = CheckText.verdict(verdict);
    return verdict.ok() ? console.good(text) : console.bad(text);
  }

  /** Who a witness is, as columns call it. */
  static String name(Witness witness) {
    return switch (witness) {
      case NUMERIC -> "numeric";
      case HANDWRITTEN -> "hand-written";
      case DL4J -> "DL4J";
    };
  }

  private static String number(double value) {
    return value == 0 ? "0" : String.format(Locale.ROOT, "%.6g", value);
  }

  /** The codes of what was found, the most explaining first; none of what is not explained. */
  static List<String> codes(DiagnosisReport report) {
    return report.explanations().stream().map(Explanation::code).distinct().toList();
  }
}
