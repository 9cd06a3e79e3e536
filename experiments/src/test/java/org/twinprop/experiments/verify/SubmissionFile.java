package org.twinprop.experiments.verify;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.data.numpy.NumpyArchive;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.initializer.Xavier;

/** A submission whose gradients are right, to be spoilt and written. */
final class SubmissionFile {
  static final String NETWORK = "dense(4) tanh dense(3) | softmax-xent l2=0.1";

  private final Map<String, INDArray> arrays = new LinkedHashMap<>();

  /** Five examples of three numbers for {@link #NETWORK}. */
  SubmissionFile() {
    double[] entries = new SplittableRandom(7).doubles(15, -1, 1).toArray();
    INDArray x = Nd4j.createFromArray(entries).reshape('c', 5, 3);
    INDArray y = Nd4j.createFromArray(0L, 2, 1, 1, 0);
    try (Network network =
        Network.of(NETWORK, Shape.of(3), DataType.DOUBLE, new Xavier(false), 3)) {
      arrays.put("x", x);
      arrays.put("y", y);
      arrays.put("loss", Nd4j.scalar(network.loss(x, y.castTo(DataType.DOUBLE))));
      network.backward();
      network.parameters().forEach((name, array) -> arrays.put(name, array.dup()));
      network.gradients().forEach((name, array) -> arrays.put("d" + name, array.dup()));
    }
  }

  INDArray get(String name) {
    return arrays.get(name);
  }

  SubmissionFile with(String name, INDArray array) {
    arrays.put(name, array);
    return this;
  }

  SubmissionFile without(String... names) {
    for (String name : names) {
      arrays.remove(name);
    }
    return this;
  }

  /** Multiplies an array. */
  SubmissionFile times(String name, double factor) {
    return with(name, get(name).mul(factor));
  }

  Path write(Path file) {
    NumpyArchive.write(file, arrays);
    return file;
  }
}
