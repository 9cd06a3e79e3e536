package org.twinprop.trainer.diagnosis;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.primitives.Layout;

/** Wrong ways to dW of an embedding: the row of a word is the sum over all its places. */
final class EmbeddingMistakes {
  private EmbeddingMistakes() {}

  static List<LocalMistake> of(Step step, INDArray dy) {
    return List.of(
        new LocalMistake(
            Code.REPEATS_NOT_SUMMED,
            "{tensors} has for every word the gradient of its last place alone",
            ofOnePlace(step, dy, true)),
        new LocalMistake(
            Code.REPEATS_NOT_SUMMED,
            "{tensors} has for every word the gradient of its first place alone",
            ofOnePlace(step, dy, false)));
  }

  private static INDArray ofOnePlace(Step step, INDArray dy, boolean last) {
    INDArray dW = Nd4j.zerosLike(step.parameter("W"));
    double[] words = Entries.of(step.x());
    INDArray rows = Layout.rows(dy);
    for (int i = 0; i < words.length; i++) {
      int place = last ? i : words.length - 1 - i;
      dW.getRow((long) words[place]).assign(rows.getRow(place));
    }
    return dW;
  }
}
