package org.twinprop.layers.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.twinprop.layers.ArrayAssertions.assertEntries;
import static org.twinprop.layers.RunningLayer.array;
import static org.twinprop.layers.RunningLayer.counting;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.RunningLayer;

class EmbeddingTest {
  @Test
  void everyWordGetsItsRowAndItsGradientsSum() {
    RunningLayer layer = RunningLayer.of("embedding(3, 2)", 2).with("W1", 1, 2, 3, 4, 5, 6);
    INDArray words = array(new long[] {2, 2}, 2, 0, 2, 2);
    assertEntries(0, layer.forward(words), 5, 6, 1, 2, 5, 6, 5, 6);
    layer.backward(counting(2, 2, 2));
    // word 2 stands at places 1, 3 and 4: 1 + 5 + 7 and 2 + 6 + 8; word 1 nowhere
    assertEntries(0, layer.gradient("W1"), 3, 4, 0, 0, 13, 16);
  }

  @ParameterizedTest
  @CsvSource({"3, 3.0", "-1, -1.0", "0.5, 0.5", "NaN, NaN"})
  void wordOutOfTheVocabulary(double word, String shown) {
    RunningLayer layer = RunningLayer.of("embedding(3, 2)", 2);
    INDArray words = array(new long[] {2, 2}, 0, 1, 2, word);
    Exception e = assertThrows(IllegalArgumentException.class, () -> layer.forward(words));
    assertEquals(
        "layer 1, embedding(3, 2): got "
            + shown
            + " at step 1 of example 1, but words are whole numbers from 0 to 2",
        e.getMessage());
  }
}
