package org.twinprop.layers.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.twinprop.layers.ArrayAssertions.assertEntries;
import static org.twinprop.layers.RunningLayer.array;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.text.NetworkText;

/** Losses by hand: the network before them is one whose outputs are its inputs. */
class LossesTest {
  private static Network identity(String loss, DataType type, long... input) {
    long size = input[input.length - 1];
    Network network =
        new Network(
            NetworkText.parse("dense(" + size + ", bias=false) | " + loss),
            Shape.of(input),
            type,
            1);
    network.parameters().get("W1").assign(Nd4j.eye(size));
    network.wantInputGradient(true);
    return network;
  }

  private static INDArray rows(long columns, double... entries) {
    return array(new long[] {entries.length / columns, columns}, entries);
  }

  @Test
  void softmaxCrossEntropyIsTheMeanOverExamples() {
    Network network = identity("softmax-xent", DataType.DOUBLE, 3);
    INDArray z = rows(3, 0, Math.log(2), Math.log(3), 1, 1, 1);
    INDArray y = rows(3, 1, 0, 0, 0, 0.5, 0.5);
    assertEquals((Math.log(6) + Math.log(3)) / 2, network.loss(z, y), 1e-15);
    network.backward();
    double sixth = 1.0 / 6;
    assertEntries(
        1e-15,
        network.inputGradient(),
        (sixth - 1) / 2,
        sixth,
        0.25,
        sixth,
        -sixth / 2,
        -sixth / 2);
    assertEntries(
        1e-15, network.predict(z), sixth, 2 * sixth, 0.5, 2 * sixth, 2 * sixth, 2 * sixth);
    assertTrue(network.loss().classifies());
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "DOUBLE"})
  void softmaxCrossEntropyOfHugeLogitsIsFinite(DataType type) {
    Network network = identity("softmax-xent", type, 2);
    INDArray z = rows(2, 1e4, 0, -1e30, 1e30).castTo(type);
    assertEquals(1e4 / 2, network.loss(z, rows(2, 0, 1, 0, 1).castTo(type)));
    network.backward();
    assertEntries(0, network.inputGradient(), 0.5, -0.5, 0, 0);
  }

  @Test
  void meanSquaredErrorIsTheMeanOverOutputsAndExamples() {
    Network network = identity("mse", DataType.DOUBLE, 2);
    INDArray z = rows(2, 1, 2, 0, 3);
    assertEquals((1 + 4) / 2.0 / 2 + (1 + 0) / 2.0 / 2, network.loss(z, rows(2, 0, 4, -1, 3)));
    network.backward();
    assertEntries(0, network.inputGradient(), 0.5, -1, 0.5, 0);
    assertEntries(0, network.predict(z), 1, 2, 0, 3);
    assertFalse(network.loss().classifies());
  }

  @Test
  void stepsOfASequenceAreRowsOfTheMean() {
    Network network = identity("mse", DataType.DOUBLE, 2, 1);
    INDArray z = array(new long[] {2, 2, 1}, 1, 2, 3, 4);
    assertEquals((1 + 4 + 9 + 16) / 4.0, network.loss(z, Nd4j.zeros(DataType.DOUBLE, 2, 2, 1)));
    network.backward();
    assertEntries(0, network.inputGradient(), 0.5, 1, 1.5, 2);
  }

  @Test
  void penaltiesArePaidForWeightsAndNeverForBiases() {
    Network network =
        new Network(
            NetworkText.parse("dense(2) | mse l1=0.5 l2=0.25"), Shape.of(1), DataType.DOUBLE, 1);
    network.parameters().get("W1").assign(rows(2, 3, -2));
    network.parameters().get("b1").assign(100);
    INDArray x = Nd4j.zeros(DataType.DOUBLE, 1, 1);
    INDArray y = rows(2, 100, 100);
    assertEquals(0.5 * (3 + 2) + 0.25 / 2 * (9 + 4), network.loss(x, y), 1e-14);
    assertEquals(0, network.dataLoss(y));
    network.backward();
    assertEntries(1e-15, network.gradients().get("W1"), 0.5 + 0.75, -0.5 - 0.5);
    assertEntries(0, network.gradients().get("b1"), 0, 0);
  }
}
