package org.twinprop.experiments.training;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.data.Examples;
import org.twinprop.experiments.tasks.TaskData;
import org.twinprop.layers.Architecture;
import org.twinprop.layers.Shape;
import org.twinprop.layers.embedding.Embedding;

/** Whether an embedding knows all words, those too that come late or in the test alone. */
final class Vocabulary {
  private static final int AT_ONCE = 1_000;

  private Vocabulary() {}

  /**
   * @throws IllegalArgumentException if there are words beyond the embedding's; says how many it
   *     needs
   */
  static void require(Architecture architecture, TaskData data) {
    if (!(architecture.chain().layers().get(0) instanceof Embedding embedding)) {
      return;
    }
    int largest = largest(data);
    if (largest >= embedding.vocabulary()) {
      throw new IllegalArgumentException(
          "layer 1, %s knows the words 0 to %d, but the examples have words up to %d: take embedding(%d,%d)"
              .formatted(
                  architecture.chain().texts().get(0),
                  embedding.vocabulary() - 1,
                  largest,
                  largest + 1,
                  embedding.outputs()));
    }
  }

  private static int largest(TaskData data) {
    return Stream.of(data.train(), data.validation(), data.test())
        .mapToInt(Vocabulary::largest)
        .max()
        .orElseThrow();
  }

  private static int largest(Examples examples) {
    int largest = 0;
    for (int from = 0; from < examples.size(); from += AT_ONCE) {
      int[] rows = IntStream.range(from, Math.min(from + AT_ONCE, examples.size())).toArray();
      long[] shape = Shape.of(examples.inputShape()).ofBatch(rows.length);
      try (INDArray words = Nd4j.create(DataType.FLOAT, shape)) {
        examples.inputs(rows, words);
        largest = Math.max(largest, words.maxNumber().intValue());
      }
    }
    return largest;
  }
}
