package org.twinprop.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.twinprop.layers.ArrayAssertions.assertIdentical;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.initializer.He;

/**
 * A chain that pools before it rectifies gives what relu and then max pooling give, bit by bit but
 * for the signs of zeros.
 */
class PooledReluTest {
  private static final Shape INPUT = Shape.of(3, 7, 6);

  /** Few values, so that windows have several largest entries, and many have none above 0. */
  private static INDArray images(DataType type) {
    return Nd4j.math().floor(Nd4j.rand(type, 5, 3, 7, 6).muli(6).subi(4)).muli(0.25);
  }

  @ParameterizedTest
  @ValueSource(strings = {"maxpool(2)", "maxpool(3,stride=2,pad=1)", "maxpool(2x3,stride=1)"})
  void isReluAndThenMaxPooling(String pooling) {
    for (DataType type : new DataType[] {DataType.FLOAT, DataType.DOUBLE}) {
      RunningLayer relu = RunningLayer.of("relu", type, INPUT.sizes());
      RunningLayer pool = RunningLayer.of(pooling, type, INPUT.sizes());
      RunningLayer both = RunningLayer.of("relu " + pooling, type, INPUT.sizes());
      for (int pass = 0; pass < 3; pass++) {
        INDArray x = images(type);
        INDArray y = pool.forward(relu.forward(x));
        assertIdentical(y, both.forward(x));
        INDArray dy = Nd4j.rand(type, y.shape()).subi(0.5);
        // plus 0: a 0 may have another sign
        INDArray dx = relu.backward(pool.backward(dy)).add(0);
        assertIdentical(dx, both.backward(dy).add(0));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "DOUBLE"})
  void whatEachLayerGaveIsThatOfTheChainsOrder(DataType type) {
    String text = "relu relu maxpool(2) maxpool(2,stride=1) relu flatten dense(2) | mse";
    try (Network network = Network.of(text, INPUT, type, new He(true), 1)) {
      INDArray x = images(type);
      network.forward(x, true);
      INDArray rectified = Nd4j.math().max(x, Nd4j.zerosLike(x));
      assertIdentical(rectified, network.outputOfLayer(1));
      assertIdentical(rectified, network.outputOfLayer(2));
      RunningLayer pool = RunningLayer.of("maxpool(2)", type, INPUT.sizes());
      assertIdentical(pool.forward(rectified), network.outputOfLayer(3));
      assertIdentical(network.outputOfLayer(4), network.outputOfLayer(5));
    }
  }

  @Test
  void lookingAtARectifiedLayerChangesNoGradient() {
    String text = "conv(4,2) relu maxpool(2) flatten dense(2) | mse";
    INDArray x = images(DataType.DOUBLE);
    INDArray y = Nd4j.ones(DataType.DOUBLE, 5, 2);
    try (Network network = Network.of(text, INPUT, DataType.DOUBLE, new He(true), 1)) {
      network.loss(x, y);
      network.backward();
      INDArray gradients = network.gradientVector().dup();
      network.loss(x, y);
      network.outputOfLayer(2);
      network.backward();
      assertIdentical(gradients, network.gradientVector());
    }
  }

  @Test
  void aNotANumberStaysOne() {
    String text = "relu maxpool(2) flatten dense(2) | mse";
    try (Network network = Network.of(text, INPUT, DataType.FLOAT, new He(true), 1)) {
      for (int place = 0; place < 4; place++) {
        INDArray x =
            images(DataType.FLOAT).putScalar(new long[] {1, 2, place / 2, place % 2}, Double.NaN);
        assertTrue(Double.isNaN(network.loss(x, Nd4j.ones(DataType.FLOAT, 5, 2))), "at " + place);
        assertEquals(Optional.of("layer 1, relu"), network.firstNonFiniteLayer());
      }
    }
  }
}
