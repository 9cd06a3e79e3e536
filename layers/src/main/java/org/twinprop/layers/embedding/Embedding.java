package org.twinprop.layers.embedding;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.Cache;
import org.twinprop.layers.Layer;
import org.twinprop.layers.Parameter;
import org.twinprop.layers.Shape;
import org.twinprop.layers.primitives.Layout;
import org.twinprop.layers.text.LayerKind;

/**
 * Embedding: every word of a vocabulary of V has a row of numbers of its own.
 *
 * <pre>
 * forward   y_nt = W_(x_nt)        x [N, T] whole numbers in 0..V-1   W [V, out]   y [N, T, out]
 *           With E the matrix [N T, V] that has a 1 in row (n,t) at column x_nt, else 0:  y = E W
 *
 * backward  dW = Eᵀ dy: the row of a word gets the sum of dy over the places where it stands.
 *           Nothing can be derived by a whole number: there is no dx.
 * </pre>
 *
 * <p>Source: Bengio, Ducharme, Vincent, Jauvin, A Neural Probabilistic Language Model (2003),
 * section 2.
 *
 * @param vocabulary the number of words V
 * @param outputs the length of a row
 */
public record Embedding(int vocabulary, int outputs) implements Layer {
  public static final LayerKind KIND =
      LayerKind.of(
              "embedding(vocabulary, out)",
              a -> new Embedding(a.count("vocabulary", 1), a.count("out", 1)))
          .example("embedding(7, 3)", 4)
          .example("embedding(1, 1)", 1)
          .example("embedding(3, 5)", 6)
          .example("embedding(10, 2) laststep dense(3)", 5)
          .example("embedding(4, 3) rnn(2)", 3);

  @Override
  public int indices() {
    return vocabulary;
  }

  @Override
  public Shape output(Shape input) {
    if (input.rank() != 1) {
      throw new IllegalArgumentException(
          "got input "
              + input
              + ", but needs one row of word numbers an example: make it the first layer, on texts");
    }
    return Shape.of(input.size(0), outputs);
  }

  @Override
  public List<Parameter> parameters(Shape input) {
    return List.of(Parameter.weight("W", vocabulary, outputs, vocabulary, outputs));
  }

  /**
   * @throws IllegalArgumentException if an entry is no word number; the message says which
   */
  @Override
  public INDArray forward(INDArray x, Cache cache) {
    INDArray chosen = cache.buffer("E", x.length(), vocabulary);
    try (INDArray ones = ones(x)) {
      chosen.assign(ones);
    }
    INDArray y = cache.buffer("y", x.size(0), x.size(1), outputs);
    cache.primitives().times(chosen, cache.parameter("W"), Layout.rows(y));
    return y;
  }

  @Override
  public INDArray backward(INDArray dy, Cache cache) {
    INDArray chosen = cache.buffer("E", dy.size(0) * dy.size(1), vocabulary);
    cache.primitives().transposeTimes(chosen, Layout.rows(dy), cache.gradient("W"));
    return null;
  }

  private INDArray ones(INDArray x) {
    double[] words = x.dup('c').data().asDouble();
    double[] entries = new double[words.length * vocabulary];
    for (int i = 0; i < words.length; i++) {
      int word = (int) words[i];
      if (word != words[i] || word < 0 || word >= vocabulary) {
        throw new IllegalArgumentException(
            "got %s at step %d of example %d, but words are whole numbers from 0 to %d"
                .formatted(words[i], i % x.size(1), i / x.size(1), vocabulary - 1));
      }
      entries[i * vocabulary + word] = 1;
    }
    return Nd4j.create(entries, new long[] {words.length, vocabulary}, x.dataType());
  }

  @Override
  public String toString() {
    return KIND.text(vocabulary, outputs);
  }
}
