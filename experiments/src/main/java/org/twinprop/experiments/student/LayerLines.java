package org.twinprop.experiments.student;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.student.StudentFailure.Frame;
import org.twinprop.experiments.student.StudentReport.Problem;
import org.twinprop.experiments.verify.CheckLines;
import org.twinprop.trainer.diagnosis.TensorFinding;

/** What was found about a student's layer, as the student reads it. */
public final class LayerLines {
  private final Console console;

  /**
   * @param console where to
   */
  public LayerLines(Console console) {
    this.console = console;
  }

  public void print(LayerResult result) {
    console.print(console.bold(safe(result.subject().toString())) + ": " + about(result));
    if (!result.report().tensors().isEmpty()) {
      console.gap();
      new CheckLines(console).printTable(result.report());
    }
    console.gap();
    String headline = headline(result);
    console.print(result.ok() ? console.good(headline) : console.bad(headline));
    if (result.failure() != null) {
      failure(result);
    }
    result.problems().forEach(this::problem);
    if (result.diagnosed()) {
      new CheckLines(console).printMistakes(result.report());
    }
    new CheckLines(console).printNotes(result.report());
    printed(result.printed());
  }

  private static String about(LayerResult result) {
    String name = result.className() == null ? "a layer" : "class " + safe(result.className());
    String like = result.like() == null ? "" : " beside " + result.like();
    String batch = result.batch().stream().map(String::valueOf).collect(Collectors.joining("x"));
    return name + like + " on a batch of " + batch;
  }

  private static String headline(LayerResult result) {
    if (result.failure() != null) {
      return "Stopped in " + result.failure().step() + ":";
    }
    List<TensorFinding> wrong =
        result.report().tensors().stream().filter(tensor -> !tensor.ok()).toList();
    if (result.ok()) {
      return result.like() == null
          ? "Right: every gradient agrees with differences of the layer's own output."
          : "Right: output and gradients agree with every witness.";
    }
    return wrong.isEmpty()
        ? "Something is missing or breaks the rules of a layer."
        : "Wrong: "
            + wrong.stream().map(TensorFinding::name).collect(Collectors.joining(", "))
            + ".";
  }

  private void failure(LayerResult result) {
    StudentFailure failure = result.failure();
    safe(failure.message()).lines().forEach(line -> console.print("  " + line));
    for (Frame frame : failure.frames()) {
      console.print("  at %s (%s)".formatted(safe(frame.toString()), safe(frame.method())));
      sourceLine(result.subject(), frame)
          .ifPresent(line -> console.print("    " + console.bold(safe(line))));
    }
  }

  private void problem(Problem problem) {
    console.gap();
    console.print(
        "%s  %s"
            .formatted(console.bold(problem.code()), safe(String.join(", ", problem.tensors()))));
    console.point(safe(problem.text()));
  }

  private void printed(List<String> lines) {
    if (!lines.isEmpty()) {
      console.gap();
      console.print("Printed by the layer:");
      lines.forEach(line -> console.print("  | " + safe(line)));
    }
  }

  private static Optional<String> sourceLine(Path subject, Frame frame) {
    if (!subject.getFileName().toString().equals(frame.file()) || frame.line() < 1) {
      return Optional.empty();
    }
    try (var lines = Files.lines(subject, StandardCharsets.UTF_8)) {
      return lines.skip(frame.line() - 1L).findFirst().map(String::strip);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Nothing that would speak to a terminal. */
  private static String safe(String text) {
    return text.replaceAll("[\\p{C}&&[^\\n]]", "?");
  }
}
