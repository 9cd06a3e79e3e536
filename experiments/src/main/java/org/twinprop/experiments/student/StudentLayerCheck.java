package org.twinprop.experiments.student;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.data.BadInput;
import org.twinprop.data.RegularFile;
import org.twinprop.experiments.student.StudentReport.Problem;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.trainer.diagnosis.DiagnosisReport;

/** Checks a layer that a student wrote in Java. */
public final class StudentLayerCheck {
  private final LayerSettings settings;
  private final Optional<LikeLayer> like;
  private final Shape batch;
  private final Shape input;

  private StudentLayerCheck(LayerSettings settings) {
    this.settings = settings;
    like = settings.like().map(LikeLayer::of);
    batch = batch(settings, like);
    input = Shape.of(Arrays.copyOfRange(batch.sizes(), 1, batch.rank()));
    like.flatMap(layer -> layer.refusal(input))
        .ifPresent(
            why -> {
              throw new BadInput("--input %s: %s %s".formatted(batch, like.get().text(), why));
            });
  }

  /**
   * Compiles it, runs it in a process of its own, and compares.
   *
   * @throws BadInput if the file is not there, or the settings make no sense
   */
  public static LayerResult run(LayerSettings settings) {
    return new StudentLayerCheck(settings).run();
  }

  private LayerResult run() {
    Path subject = file(settings.subject());
    Thread library = new Thread(StudentLayerCheck::loadLibrary, "library");
    library.setDaemon(true);
    library.start(); // while the student's process starts
    StudentTrial trial = StudentProcess.run(assignment(subject));
    List<Problem> problems = new ArrayList<>(trial.report().problems());
    LayerFindings findings = new LayerFindings(trial);
    DiagnosisReport report =
        like.isPresent() && trial.report().output() != null
            ? beside(like.get(), trial, findings, problems)
            : findings.alone();
    return new LayerResult(
        settings.subject(),
        trial.report().className(),
        settings.like().orElse(null),
        Arrays.stream(batch.sizes()).boxed().toList(),
        report,
        findings.diagnosed(),
        problems,
        trial.report().failure(),
        trial.output());
  }

  private DiagnosisReport beside(
      LikeLayer layer, StudentTrial trial, LayerFindings findings, List<Problem> problems) {
    try (Network network = ReferenceLayer.network(layer, input)) {
      Shape output = layer.layer().output(input);
      List<Problem> unlike = ParameterMatch.problems(layer.text(), network, output, trial.report());
      problems.addAll(0, unlike);
      return unlike.isEmpty() && trial.arrays().containsKey("dy")
          ? findings.beside(ReferenceLayer.of(network, trial.arrays()))
          : findings.alone();
    }
  }

  private static void loadLibrary() {
    Nd4j.create(1).close();
  }

  private Assignment assignment(Path subject) {
    return new Assignment(
        subject.toAbsolutePath().normalize().toString(),
        settings.className().orElse(null),
        like.map(LikeLayer::arguments).orElse(List.of()),
        input.toString(),
        Math.toIntExact(batch.size(0)),
        like.map(layer -> layer.layer().indices()).orElse(0),
        like.map(LikeLayer::rate).orElse(Double.NaN),
        settings.seed(),
        settings.seconds());
  }

  private static Path file(Path subject) {
    RegularFile.require(subject, "give a .java file or a .jar with a layer");
    return subject;
  }

  private static Shape batch(LayerSettings settings, Optional<LikeLayer> like) {
    String text =
        settings
            .batch()
            .or(() -> like.map(LikeLayer::batch))
            .orElseThrow(
                () ->
                    new BadInput(
                        "say which input the layer gets: --input 8x10 for 8 examples of 10"
                            + " features, 8x3x28x28 for images"));
    try {
      Shape shape = Shape.parse(text);
      if (shape.rank() > 1) {
        return shape;
      }
    } catch (IllegalArgumentException e) {
      throw new BadInput("--input: " + e.getMessage(), e);
    }
    throw new BadInput(
        "--input %s: needs the number of examples and the shape of one, as in 8x%s"
            .formatted(text, text));
  }
}
