package org.twinprop.experiments.verify.template;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.twinprop.layers.Architecture;
import org.twinprop.layers.Shape;
import org.twinprop.layers.text.NetworkText;
import org.twinprop.trainer.submission.NumberedLayers;

/**
 * A NumPy script for a network: data, parameters, forward pass, loss, and what saves them for
 * {@code verify}. Every gradient begins at 0; to fill them is the exercise.
 */
public final class NumpyTemplate {
  private static final String FOLDER = "org/twinprop/experiments/verify/template/";
  private static final int EXAMPLES = 8;

  /** Shapes of one example, the first that the network takes is used. */
  private static final List<String> INPUTS =
      List.of("5", "4x3", "1x8x8", "3x8x8", "1x12x12", "1x28x28", "3x32x32");

  private final Architecture architecture;
  private final NumberedLayers layers;
  private final NumpyForward forward;
  private final Shape input;
  private final Shape output;

  private NumpyTemplate(Architecture architecture, Shape input) {
    this.architecture = architecture;
    this.input = input;
    layers = NumberedLayers.of(architecture.chain(), input);
    output = architecture.chain().output(input);
    if (output.rank() > 2) {
      throw new IllegalArgumentException(
          "the loss got outputs "
              + output
              + ", but needs a row for each example: put flatten before the last layers");
    }
    forward = new NumpyForward(architecture.chain(), input, EXAMPLES);
  }

  /**
   * @param network layers, a bar, the loss
   * @param input the shape of one example; empty for one that the network takes
   * @throws IllegalArgumentException if it is no network, or takes no such input
   */
  public static String of(String network, Optional<Shape> input) {
    Architecture architecture = NetworkText.parse(network);
    Shape chosen = input.orElseGet(() -> fitting(architecture));
    return new NumpyTemplate(architecture, chosen).script();
  }

  private static Shape fitting(Architecture architecture) {
    IllegalArgumentException first = null;
    for (String text : INPUTS) {
      try {
        Shape shape = Shape.parse(text);
        architecture.chain().output(shape);
        return shape;
      } catch (IllegalArgumentException e) {
        first = first == null ? e : first;
      }
    }
    throw new IllegalArgumentException(
        "%s: say what it takes with --input, as in --input 3x28x28".formatted(first.getMessage()),
        first);
  }

  private String script() {
    Map<String, Object> values = new HashMap<>();
    values.put("network", architecture.text());
    values.put("examples", EXAMPLES);
    values.put("sequences", output.rank() == 2);
    values.put("x", batch());
    values.put("y", targets());
    values.put("parameters", parameters());
    values.put("forward", forward.lines());
    values.put("output", forward.output());
    values.put("loss", NumpyLoss.lines(architecture.objective(), weights()));
    values.put("gradients", gradients());
    values.put("saved", saved());
    Set<String> functions = functions(values);
    values.put("math", functions.contains("erf"));
    values.put("functions", functions.stream().map(NumpyTemplate::snippet).toList());
    return evaluate(values);
  }

  private String batch() {
    int words = architecture.chain().indices();
    String size = tuple(input.ofBatch(EXAMPLES));
    return words > 0
        ? "rng.integers(0, %d, size=%s)".formatted(words, size)
        : "rng.normal(size=%s)".formatted(size);
  }

  private String targets() {
    long[] shape = output.ofBatch(EXAMPLES);
    long[] places = Arrays.copyOf(shape, shape.length - 1);
    return NumpyLoss.targets(
        architecture.objective(), tuple(shape), tuple(places), shape[shape.length - 1]);
  }

  private List<String> parameters() {
    List<String> lines = new ArrayList<>();
    layers
        .parameters()
        .forEach(
            (name, shape) -> {
              String start = name.startsWith("gamma") ? "1 + 0.1" : isWeight(name) ? "0.3" : "0.1";
              lines.add(
                  "%s = %s * rng.normal(size=%s)".formatted(name, start, tuple(shape.sizes())));
            });
    return lines;
  }

  private static boolean isWeight(String name) {
    return name.startsWith("W");
  }

  private List<String> weights() {
    return layers.parameters().keySet().stream().filter(NumpyTemplate::isWeight).toList();
  }

  private List<String> gradients() {
    List<String> lines = new ArrayList<>();
    layers
        .parameters()
        .forEach(
            (name, shape) ->
                lines.add(
                    "d%s = np.zeros_like(%s)  # TODO %s"
                        .formatted(name, name, tuple(shape.sizes()))));
    return lines;
  }

  private List<String> saved() {
    List<String> lines = new ArrayList<>(List.of("x=x, y=y, loss=loss,"));
    layers
        .parameters()
        .keySet()
        .forEach(name -> lines.add("%s=%s, d%s=d%s,".formatted(name, name, name, name)));
    forward.masks().forEach(mask -> lines.add("%s=%s,".formatted(mask, mask)));
    return lines;
  }

  private Set<String> functions(Map<String, Object> values) {
    Set<String> functions = new TreeSet<>(forward.functions());
    String loss = values.get("loss").toString();
    List.of("softmax", "sigmoid").stream()
        .filter(f -> loss.contains(f + "("))
        .forEach(functions::add);
    return functions;
  }

  private static String tuple(long[] sizes) {
    if (sizes.length == 1) {
      return "(%d,)".formatted(sizes[0]);
    }
    String inside = Arrays.toString(sizes);
    return "(" + inside.substring(1, inside.length() - 1) + ")";
  }

  private static String snippet(String function) {
    String file = FOLDER + function + ".py";
    try (InputStream in = NumpyTemplate.class.getClassLoader().getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String evaluate(Map<String, Object> values) {
    PebbleEngine engine =
        new PebbleEngine.Builder()
            .loader(new ClasspathLoader(NumpyTemplate.class.getClassLoader()))
            .autoEscaping(false) // it is Python
            .newLineTrimming(false)
            .strictVariables(true)
            .build();
    StringWriter script = new StringWriter();
    try {
      engine.getTemplate(FOLDER + "numpy.peb").evaluate(script, values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return script.toString();
  }
}
