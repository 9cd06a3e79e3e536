package org.twinprop.layers.check;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Network;

/**
 * Checks the gradients of a whole network with its loss, weight penalties included: by every
 * trained parameter and by the input, {@code x}.
 *
 * <pre>
 * try (Network verified = network.as(DataType.DOUBLE)) {
 *   GradientReport report = NetworkCheck.check(verified, x, y, GradientCheck.ofSample(20, seed));
 * }
 * </pre>
 */
public final class NetworkCheck {
  private NetworkCheck() {}

  /**
   * @param network of type float64; its parameters, running statistics and step are the same after
   *     the check. Its step stays the same during the check, so that dropout drops the same entries
   *     every time.
   * @param x a batch, of any type
   * @param y its targets
   * @param how which entries, and how exact
   * @throws IllegalArgumentException if the network is not float64, or x or y do not fit it
   */
  public static GradientReport check(Network network, INDArray x, INDArray y, GradientCheck how) {
    Map<String, INDArray> states = copies(network.states());
    boolean wanted = network.wantsInputGradient();
    network.wantInputGradient(true);
    try (INDArray input = x.castTo(network.type()).dup('c')) {
      return how.check(() -> network.loss(input, y), () -> variables(network, input, y));
    } finally {
      network.wantInputGradient(wanted);
      states.forEach((name, state) -> network.states().get(name).assign(state));
    }
  }

  private static List<Variable> variables(Network network, INDArray x, INDArray y) {
    network.loss(x, y);
    network.backward();
    List<Variable> variables = Variable.ofParameters(network.parameters(), network.gradients());
    if (network.inputGradient() != null) { // there is none by word numbers
      variables.add(new Variable("x", x, network.inputGradient().dup('c')));
    }
    return variables;
  }

  private static Map<String, INDArray> copies(Map<String, INDArray> arrays) {
    Map<String, INDArray> copies = new TreeMap<>();
    arrays.forEach((name, array) -> copies.put(name, array.dup()));
    return copies;
  }
}
