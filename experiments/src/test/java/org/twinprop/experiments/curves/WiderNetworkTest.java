package org.twinprop.experiments.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinprop.layers.Architecture;
import org.twinprop.layers.Shape;
import org.twinprop.layers.text.NetworkText;

class WiderNetworkTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          flatten dense(100) relu dense(10) | softmax-xent ; 0.5 ; flatten dense(50) relu dense(10) | softmax-xent
          conv(20,5) relu conv(50,5,pad=1) flatten dense(10) | softmax-xent ; 2 ; conv(40,5) relu conv(100,5,pad=1) flatten dense(10) | softmax-xent
          embedding(28,8) lstm(16) laststep dense(2) | softmax-xent ; 0.25 ; embedding(28,2) lstm(4) laststep dense(2) | softmax-xent
          dense( out = 3 ) dense(1) | mse ; 0.1 ; dense( out = 1 ) dense(1) | mse
          dense(1) | mse ; 4 ; dense(1) | mse
          """)
  void layersButTheLastAreMadeWider(String network, double factor, String expected) {
    assertEquals(expected, WiderNetwork.of(network, factor));
    NetworkText.parse(expected);
  }

  @Test
  void residualBlocksStillFitTheirInput() {
    String wider =
        WiderNetwork.of(
            "conv(8,3,pad=1) relu residual(conv(8,3,pad=1) relu conv(8,3,pad=1)) flatten dense(10)"
                + " | softmax-xent",
            0.5);
    Architecture architecture = NetworkText.parse(wider);
    assertEquals(Shape.of(10), architecture.chain().output(Shape.of(1, 28, 28)));
    assertEquals(3, wider.split("conv\\(4,").length - 1);
  }
}
