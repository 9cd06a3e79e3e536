package org.twinprop.experiments.student;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.nd4j.linalg.api.buffer.DataType;
import org.twinprop.layers.Layer;
import org.twinprop.layers.Parameter;
import org.twinprop.layers.Pass;
import org.twinprop.layers.Shape;
import org.twinprop.layers.Storage;

/** Everything that is done with the student's code, step by step, in its own process. */
final class LayerTrial {
  private static final double SECONDS_TO_COMPILE = 60;

  private final Assignment assignment;
  private final Steps steps;
  private final Findings findings;
  private final Shape input;

  LayerTrial(Assignment assignment, Steps steps, Findings findings) {
    this.assignment = assignment;
    this.steps = steps;
    this.findings = findings;
    input = Shape.parse(assignment.input());
  }

  /**
   * @param library loads ND4J meanwhile
   * @throws RefusedException if the code cannot be used or breaks a rule
   * @throws Throwable whatever the student's code throws
   */
  void run(Thread library) throws Throwable {
    Path subject = Path.of(assignment.subject());
    StudentClasses classes =
        steps.run("compiling", SECONDS_TO_COMPILE, () -> StudentClasses.of(subject));
    Class<? extends Layer> type =
        steps.run("loading the class", () -> LayerChoice.of(classes, assignment.className()));
    findings.layer(type.getName());
    library.join();
    Layer layer = steps.run("the constructor", () -> Construction.of(type, assignment.arguments()));
    Shape output = output(layer);
    describe(layer);
    int own = steps.run("indices", layer::indices);
    int indices = Math.max(assignment.indices(), own);
    Pass pass = new Pass(assignment.seed());
    pass.inputGradient(true);
    try (Storage storage =
        steps.run("parameters", () -> new Storage(layer, input, DataType.DOUBLE, pass))) {
      new Passes(assignment, layer, indices, output, storage, steps, findings).run();
    }
  }

  private Shape output(Layer layer) throws Throwable {
    Shape output = steps.run("output", () -> layer.output(input));
    if (output == null) {
      throw RefusedException.contract("output(" + input + ") gives null: give a Shape");
    }
    findings.output(output);
    return output;
  }

  private void describe(Layer layer) throws Throwable {
    List<Parameter> parameters = steps.run("parameters", () -> layer.parameters(input));
    if (parameters == null || parameters.stream().anyMatch(Objects::isNull)) {
      throw RefusedException.contract(
          "parameters(" + input + ") gives null: give a list, an empty one if there are none");
    }
    Set<String> names = new HashSet<>();
    for (Parameter parameter : parameters) {
      if (parameter.name() == null || parameter.name().isBlank() || !names.add(parameter.name())) {
        throw RefusedException.contract(
            "parameters(%s) gives the name '%s' twice, or a blank one"
                .formatted(input, parameter.name()));
      }
    }
  }
}
