package org.twinprop.trainer.verification;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.twinprop.data.Examples;
import org.twinprop.data.pen.PenDigits;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.initializer.He;
import org.twinprop.layers.updater.Sgd;

class NetworkVerificationTest {
  /** Its gradient is 0: on digits, all that differences show of it is the loss's rounding. */
  @Test
  void aBiasBeforeBatchNormIsRight() {
    String text =
        "conv(4,5) batchnorm relu avgpool(2) flatten dense(20) layernorm gelu"
            + " residual(dense(20) tanh) dropout(0.3) dense(10) | softmax-xent";
    Examples digits = PenDigits.source(1).train();
    for (long seed = 1; seed <= 3; seed++) {
      try (Network network =
          Network.of(text, Shape.of(1, 28, 28), DataType.FLOAT, new He(true), seed)) {
        VerificationReport report =
            new NetworkVerification(network, new Sgd(), 0.1, digits, false, seed).check(0);
        assertTrue(report.ok(), () -> report.rows().toString());
        assertTrue(report.worstNumericError() < 1e-7, () -> report.rows().toString());
      }
    }
  }
}
