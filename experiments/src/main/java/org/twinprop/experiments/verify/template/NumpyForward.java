package org.twinprop.experiments.verify.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.twinprop.layers.Chain;
import org.twinprop.layers.Layer;
import org.twinprop.layers.Shape;
import org.twinprop.layers.convolution.Convolution;
import org.twinprop.layers.dense.Dense;
import org.twinprop.layers.embedding.Embedding;
import org.twinprop.layers.normalization.BatchNorm;
import org.twinprop.layers.normalization.LayerNorm;
import org.twinprop.layers.pooling.AveragePooling;
import org.twinprop.layers.pooling.GlobalAveragePooling;
import org.twinprop.layers.pooling.MaxPooling;
import org.twinprop.layers.primitives.Window;
import org.twinprop.layers.primitives.Window.Pair;
import org.twinprop.layers.recurrent.LastStep;
import org.twinprop.layers.recurrent.Lstm;
import org.twinprop.layers.recurrent.Rnn;
import org.twinprop.layers.regularization.Dropout;
import org.twinprop.layers.shaping.Flatten;
import org.twinprop.layers.shaping.Residual;

/**
 * The forward pass of a network in NumPy, a line a layer: {@code h3} is the output of the third of
 * all layers.
 */
final class NumpyForward {
  private final List<String> lines = new ArrayList<>();
  private final List<String> masks = new ArrayList<>();
  private final Set<String> functions = new TreeSet<>();
  private final long examples;
  private int layers;
  private int withParameters;
  private final String output;

  /**
   * @param chain the layers, which fit the input
   * @param input the shape of one example
   */
  NumpyForward(Chain chain, Shape input, long examples) {
    this.examples = examples;
    output = chain(chain, input, "h0");
  }

  /** The variable of the last output. */
  String output() {
    return output;
  }

  List<String> lines() {
    return lines;
  }

  /** Names of the dropout masks that were drawn. */
  List<String> masks() {
    return masks;
  }

  /** Functions of our own that the lines call. */
  Set<String> functions() {
    return functions;
  }

  private String chain(Chain chain, Shape input, String x) {
    Shape shape = input;
    String h = x;
    for (int i = 0; i < chain.layers().size(); i++) {
      Layer layer = chain.layers().get(i);
      h = layer(layer, chain.texts().get(i), shape, h);
      shape = layer.output(shape);
    }
    return h;
  }

  private String layer(Layer layer, String text, Shape input, String x) {
    int number = ++layers;
    withParameters += layer.parameters(input).isEmpty() ? 0 : 1;
    String h = "h" + number;
    if (layer instanceof Residual residual) {
      String inside = chain(residual.body(), input, x);
      add(h, x + " + " + inside, text, input);
    } else if (layer instanceof Lstm) {
      call("lstm");
      String left = "%s, c%d, gates%d".formatted(h, number, number);
      add(left, "lstm(%s, %s)".formatted(x, names("Wx", "Wh", "b")), text, layer.output(input));
    } else {
      if (layer instanceof Dropout dropout) {
        mask(dropout, number, x);
      }
      add(h, expression(layer, text, x, number), text, layer.output(input));
    }
    return h;
  }

  private void mask(Dropout dropout, int number, String x) {
    masks.add("mask" + number);
    lines.add(
        "mask%d = (rng.random(%s.shape) >= %s) / (1 - %s)"
            .formatted(number, x, dropout.rate(), dropout.rate()));
  }

  private void add(String left, String right, String text, Shape output) {
    String shape = "[%d, %s]".formatted(examples, output.toString().replace("x", ", "));
    lines.add("%s = %s  # %s: %s".formatted(left, right, text, shape));
  }

  private String expression(Layer layer, String text, String x, int number) {
    if (layer instanceof Dense dense) {
      return dense.bias()
          ? "%s @ %s + %s".formatted(x, name("W"), name("b"))
          : x + " @ " + name("W");
    }
    if (layer instanceof Convolution convolution) {
      return convolution(convolution, x);
    }
    if (layer instanceof MaxPooling pooling) {
      return pool(pooling.window(), x, "-np.inf, np.max");
    }
    if (layer instanceof AveragePooling pooling) {
      return pool(pooling.window(), x, "np.nan, np.nanmean");
    }
    if (layer instanceof BatchNorm norm) {
      call("batchnorm");
      return "batchnorm(%s, %s, %s)".formatted(x, names("gamma", "beta"), norm.eps());
    }
    if (layer instanceof LayerNorm norm) {
      call("layernorm");
      return "layernorm(%s, %s, %s)".formatted(x, names("gamma", "beta"), norm.eps());
    }
    if (layer instanceof Rnn) {
      call("rnn");
      return "rnn(%s, %s)".formatted(x, names("Wx", "Wh", "b"));
    }
    return simple(layer, text, x, number);
  }

  private String simple(Layer layer, String text, String x, int number) {
    if (layer instanceof Dropout) {
      return x + " * mask" + number;
    }
    if (layer instanceof Embedding) {
      return "%s[%s]".formatted(name("W"), x);
    }
    if (layer instanceof Flatten) {
      return x + ".reshape(len(x), -1)";
    }
    if (layer instanceof GlobalAveragePooling) {
      return x + ".mean(axis=(2, 3))";
    }
    if (layer instanceof LastStep) {
      return x + "[:, -1]";
    }
    String activation =
        NumpyActivations.expression(text, x)
            .orElseThrow(
                () -> new IllegalArgumentException("there is no NumPy template for " + text));
    functions.addAll(NumpyActivations.functions(activation));
    return activation;
  }

  private String convolution(Convolution convolution, String x) {
    call("conv2d");
    Window window = convolution.window();
    return "conv2d(%s, %s, %s, %s, %s, %s)"
        .formatted(
            x,
            name("W"),
            convolution.bias() ? name("b") : "0",
            tuple(window.stride()),
            tuple(window.pad()),
            tuple(window.dilation()));
  }

  private String pool(Window window, String x, String how) {
    call("pool2d");
    return "pool2d(%s, %s, %s, %s, %s)"
        .formatted(x, tuple(window.kernel()), tuple(window.stride()), tuple(window.pad()), how);
  }

  private void call(String function) {
    functions.add(function);
  }

  private String name(String parameter) {
    return parameter + withParameters;
  }

  private String names(String... parameters) {
    List<String> names = new ArrayList<>();
    for (String parameter : parameters) {
      names.add(name(parameter));
    }
    return String.join(", ", names);
  }

  private static String tuple(Pair pair) {
    return "(%d, %d)".formatted(pair.vertical(), pair.horizontal());
  }
}
