package org.twinprop.trainer.submission;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Network;
import org.twinprop.layers.loss.Targets;

/** The targets, in a shape that the network's loss takes. */
final class Targeted {
  private Targeted() {}

  /** Targets shaped as the output, or class numbers, one for each row of it. */
  static INDArray as(Network network, INDArray y, long examples, GivenArrays given) {
    long[] output = network.output().ofBatch(examples);
    long[] numbers = Arrays.copyOf(output, output.length - 1);
    boolean classes = network.loss().targets() == Targets.CLASSES;
    if (Arrays.equals(y.shape(), output) || (classes && Arrays.equals(y.shape(), numbers))) {
      return y;
    }
    if (output[output.length - 1] == 1 && Arrays.equals(y.shape(), numbers)) {
      return y.reshape('c', output); // one output: [N] says as much as [N, 1]
    }
    long[] column = output.clone();
    column[column.length - 1] = 1;
    if (classes && Arrays.equals(y.shape(), column)) {
      return y.reshape('c', numbers); // class numbers in a column
    }
    String or = classes ? ", or class numbers " + GivenArrays.text(numbers) : "";
    throw given.bad(
        "y has shape %s, but %s of this network needs targets %s%s%s"
            .formatted(
                GivenArrays.text(y.shape()),
                network.loss().name(),
                GivenArrays.text(output),
                or,
                Shapes.hint(y.shape(), output)));
  }
}
