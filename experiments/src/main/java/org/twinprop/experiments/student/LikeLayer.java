package org.twinprop.experiments.student;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.twinprop.data.BadInput;
import org.twinprop.layers.Chain;
import org.twinprop.layers.Layer;
import org.twinprop.layers.Shape;
import org.twinprop.layers.regularization.Dropout;
import org.twinprop.layers.text.Catalogue;
import org.twinprop.layers.text.LayerKind;
import org.twinprop.layers.text.NetworkText;

/**
 * Our layer that a student's is held against.
 *
 * @param text as a person writes it
 * @param layer the same made
 */
record LikeLayer(String text, Layer layer) {
  private static final int EXAMPLES = 4;

  /**
   * @param text one layer, as {@code dense(32)}
   * @throws BadInput if it is none, or several
   */
  static LikeLayer of(String text) {
    try {
      Chain chain = NetworkText.parseLayers(text);
      if (chain.layers().size() > 1) {
        throw new BadInput(
            "--like %s: is %d layers, but a layer is compared with one: write %s"
                .formatted(text, chain.layers().size(), chain.texts().get(0)));
      }
      return new LikeLayer(text.strip(), chain.layers().get(0));
    } catch (IllegalArgumentException e) {
      throw new BadInput("--like: " + e.getMessage(), e);
    }
  }

  /**
   * A batch that the layer takes, from the examples that its kind is proved on.
   *
   * @throws BadInput if none of them fits
   */
  String batch() {
    LayerKind kind = Catalogue.layers().get(text.replaceFirst("\\(.*", "").strip());
    int examples = Math.max(EXAMPLES, kind.smallestBatch());
    return kind.examples().stream()
        .map(LayerKind.Example::input)
        .filter(input -> refusal(input).isEmpty())
        .findFirst()
        .map(input -> examples + "x" + input)
        .orElseThrow(
            () -> new BadInput("say which input %s gets, as in --input 8x10".formatted(text)));
  }

  /** Why it cannot take such inputs; empty if it can. */
  Optional<String> refusal(Shape input) {
    try {
      layer.output(input);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
  }

  /** What stands between its parentheses, for a constructor: 3x2 is two numbers. */
  List<String> arguments() {
    int open = text.indexOf('(');
    if (open < 0 || !layer.children().isEmpty()) {
      return List.of();
    }
    List<String> values = new ArrayList<>();
    for (String argument : text.substring(open + 1, text.lastIndexOf(')')).split(",")) {
      String value = argument.substring(argument.indexOf('=') + 1).strip();
      values.addAll(value.matches("\\d+x\\d+") ? Arrays.asList(value.split("x")) : List.of(value));
    }
    return values;
  }

  /** The share that it drops; NaN if it is no dropout. */
  double rate() {
    return layer instanceof Dropout dropout ? dropout.rate() : Double.NaN;
  }
}
