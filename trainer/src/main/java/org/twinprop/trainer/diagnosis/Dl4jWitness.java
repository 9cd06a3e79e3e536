package org.twinprop.trainer.diagnosis;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Network;
import org.twinprop.layers.updater.Sgd;
import org.twinprop.trainer.twin.Twin;

/**
 * Deeplearning4j's gradients.
 *
 * @param byName copies by parameter name, and by {@code x}; empty if it is absent
 * @param absent why it is; empty if it is not
 */
record Dl4jWitness(Map<String, INDArray> byName, String absent) {
  static Dl4jWitness of(Submission submission) {
    Network network = submission.network();
    return Twin.whyNot(network.architecture(), network.input())
        .map(why -> new Dl4jWitness(Map.of(), "DL4J does not compute this network: " + why))
        .orElseGet(() -> present(submission));
  }

  /** The hand-written network must have seen the batch before: the twin drops what it dropped. */
  private static Dl4jWitness present(Submission submission) {
    Map<String, INDArray> byName = new LinkedHashMap<>();
    try (Twin twin = Twin.of(submission.network(), new Sgd(), 0.1)) {
      twin.loss(Entries.copy(submission.x()), OneHot.of(submission));
      twin.gradients().forEach((name, gradient) -> byName.put(name, Entries.copy(gradient)));
      if (twin.inputGradient() != null) {
        byName.put(Submission.INPUT, Entries.copy(twin.inputGradient()));
      }
    }
    return new Dl4jWitness(byName, "");
  }
}
