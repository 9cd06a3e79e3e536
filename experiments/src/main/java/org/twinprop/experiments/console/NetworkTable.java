package org.twinprop.experiments.console;

import java.util.List;
import java.util.stream.Collectors;
import org.twinprop.layers.Chain;
import org.twinprop.layers.Layer;
import org.twinprop.layers.Parameter;
import org.twinprop.layers.Shape;

/** The layers of a network with the shapes between them and their parameters. */
public final class NetworkTable {
  private NetworkTable() {}

  /**
   * @param chain the layers
   * @param input the shape of one example
   */
  public static String of(Chain chain, Shape input) {
    TextTable table =
        new TextTable()
            .numbers("layer")
            .words("")
            .words("output")
            .numbers("parameters")
            .words("of which");
    table.row("", "input", input.toString(), "", "");
    Shape shape = input;
    for (int i = 0; i < chain.layers().size(); i++) {
      Layer layer = chain.layers().get(i);
      List<Parameter> parameters = layer.parameters(shape);
      long count = count(layer, shape);
      shape = layer.output(shape);
      table.row(
          Integer.toString(i + 1),
          chain.texts().get(i),
          shape.toString(),
          count == 0 ? "" : Formats.count(count),
          describe(layer, parameters));
    }
    return table.row("", "all", "", Formats.count(count(chain, input)), "").text();
  }

  /** Trained numbers of a layer and of the layers inside it. */
  static long count(Layer layer, Shape input) {
    long own =
        layer.parameters(input).stream()
            .filter(Parameter::trained)
            .mapToLong(parameter -> parameter.shape().length())
            .sum();
    Shape shape = input;
    for (Layer child : layer.children()) {
      own += count(child, shape);
      shape = child.output(shape);
    }
    return own;
  }

  private static String describe(Layer layer, List<Parameter> parameters) {
    if (parameters.isEmpty() && !layer.children().isEmpty()) {
      return "of the layers in it";
    }
    return parameters.stream()
        .filter(Parameter::trained)
        .map(parameter -> parameter.name() + " " + parameter.shape())
        .collect(Collectors.joining(", "));
  }
}
