package org.twinprop.experiments.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinprop.layers.text.NetworkText;

class RedundancyTest {
  @ParameterizedTest
  @CsvSource({"softmax, softmax-xent", "sigmoid, sigmoid-xent"})
  void whatTheLossAppliesAgainIsNamed(String activation, String loss) {
    String text = "dense(10) %s | %s l2=1e-4".formatted(activation, loss);
    assertEquals(
        Optional.of(
            "%s is applied twice, by the last layer and by the loss %s, so that the network learns slowly: leave out the last layer"
                .formatted(activation, loss)),
        Redundancy.of(NetworkText.parse(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dense(10) | softmax-xent",
        "dense(10) softmax | mse",
        "softmax dense(10) | softmax-xent",
        "dense(10) sigmoid | softmax-xent"
      })
  void anythingElseIsNobodysBusiness(String text) {
    assertEquals(Optional.empty(), Redundancy.of(NetworkText.parse(text)));
  }
}
