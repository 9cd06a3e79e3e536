package org.twinprop.experiments.student;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.text.NetworkText;
import org.twinprop.layers.updater.Sgd;
import org.twinprop.trainer.diagnosis.Submission;
import org.twinprop.trainer.twin.Twin;

/**
 * Our layer with the student's numbers, in a network whose loss hands it the student's dy: for the
 * mean squared error of targets t,
 *
 * <pre>
 * L = 1/m sum (z - t)^2    dL/dz = 2/m (z - t)      over the m entries of z
 *
 * so  t = z - m/2 dy       gives  dL/dz = dy
 * </pre>
 *
 * That makes a student's layer a submission like any other, with DL4J as a witness and every known
 * mistake to be tried.
 */
final class ReferenceLayer {
  private static final String PARAMETER = "parameter ";
  private static final String GRADIENT = "gradient ";

  private final Network network;
  private final Map<String, INDArray> arrays;
  private final INDArray z;

  private ReferenceLayer(Network network, Map<String, INDArray> arrays) {
    this.network = network;
    this.arrays = arrays;
    network.parameters().forEach((name, value) -> value.assign(arrays.get(PARAMETER + name)));
    if (arrays.containsKey("mask")) {
      network.cacheOfLayer(1).mask(arrays.get("mask"));
    }
    Map<String, INDArray> states = new LinkedHashMap<>();
    network.states().forEach((name, state) -> states.put(name, state.dup()));
    z = network.forward(arrays.get("x"), true).dup('c');
    states.forEach((name, before) -> network.states().get(name).assign(before));
  }

  /** A network of the layer alone; its parameters say what the student's must be. */
  static Network network(LikeLayer like, Shape input) {
    String flatten = like.layer().output(input).rank() > 1 ? " flatten" : "";
    String text = like.text() + flatten + " | mse";
    return new Network(NetworkText.parse(text), input, DataType.DOUBLE, 1);
  }

  /**
   * @param network of {@link #network}
   * @param arrays the student's, whose parameters have the names and shapes of the network's
   */
  static ReferenceLayer of(Network network, Map<String, INDArray> arrays) {
    return new ReferenceLayer(network, arrays);
  }

  /** Our y, in the shape of dy. */
  INDArray output() {
    return z.reshape('c', arrays.get("dy").shape());
  }

  /** DL4J's y; empty if it has no such layer. */
  Optional<INDArray> outputOfDl4j() {
    if (Twin.whyNot(network.architecture(), network.input()).isPresent()) {
      return Optional.empty();
    }
    // where training makes no difference it is left out: DL4J's embedding cannot be asked for it
    boolean training = arrays.containsKey("mask") || !network.states().isEmpty();
    network.forward(arrays.get("x"), true); // DL4J drops what ours dropped last
    try (Twin twin = Twin.of(network, new Sgd(), 1)) {
      INDArray theirs = twin.forward(arrays.get("x"), training);
      return Optional.of(theirs.dup('c').reshape('c', arrays.get("dy").shape()));
    }
  }

  /** The student's gradients as a submission. */
  Submission submission() {
    INDArray dz = arrays.get("dy").reshape('c', z.shape());
    INDArray targets = z.sub(dz.mul(z.length() / 2.0));
    Map<String, INDArray> gradients = new LinkedHashMap<>();
    arrays.forEach(
        (name, array) -> {
          if (name.startsWith(GRADIENT) && Gap.isFinite(array)) {
            gradients.put(name.substring(GRADIENT.length()), array);
          }
        });
    return new Submission(
        network, arrays.get("x"), targets, gradients, OptionalDouble.empty(), false);
  }
}
