package org.twinprop.layers.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.twinprop.layers.Layer;
import org.twinprop.layers.Shape;

/**
 * A kind of layer: how it is written, how it is made, and the examples on which it is proved. The
 * examples are part of the kind so that no layer can be registered without its checks.
 *
 * @param kind name, signature and maker
 * @param examples layers of this kind with an input shape each
 * @param smallestBatch the fewest examples that it can be trained on
 */
public record LayerKind(Kind<Layer> kind, List<Example> examples, int smallestBatch) {
  /**
   * @param text of a layer, or of several that only make sense together
   * @param input the shape of one example
   */
  public record Example(String text, Shape input) {
    @Override
    public String toString() {
      return text + " on " + input;
    }
  }

  public LayerKind {
    examples = List.copyOf(examples);
  }

  /** A kind that is written as {@code signature}; add its examples with {@link #example}. */
  public static LayerKind of(String signature, Function<Arguments, Layer> make) {
    return new LayerKind(Kind.of(signature, make), List.of(), 1);
  }

  /** The same kind with one more example to be proved on. */
  public LayerKind example(String text, long... input) {
    List<Example> more = new ArrayList<>(examples);
    more.add(new Example(text, Shape.of(input)));
    return new LayerKind(kind, more, smallestBatch);
  }

  /** The same kind, which cannot be trained on fewer examples than this. */
  public LayerKind smallestBatch(int examplesNeeded) {
    return new LayerKind(kind, examples, examplesNeeded);
  }

  public String name() {
    return kind.name();
  }

  /**
   * The text of a layer of this kind with these arguments.
   *
   * @param arguments in the order of the signature; null for one that is left out
   */
  public String text(Object... arguments) {
    return kind.text(arguments);
  }

  /** How it is written. */
  @Override
  public String toString() {
    return kind.toString();
  }
}
