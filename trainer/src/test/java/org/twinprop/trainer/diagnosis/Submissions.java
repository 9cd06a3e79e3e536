package org.twinprop.trainer.diagnosis;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.text.NetworkText;
import org.twinprop.trainer.diagnosis.student.StudentCase;
import org.twinprop.trainer.diagnosis.student.Values;

/** What students of the corpus hand in, as the diagnosis takes it. */
final class Submissions {
  private Submissions() {}

  static DiagnosisReport diagnose(StudentCase drawn) {
    Map<String, INDArray> arrays = new LinkedHashMap<>();
    drawn.arrays().forEach((name, values) -> arrays.put(name, array(values)));
    INDArray x = arrays.get("x");
    Shape input = Shape.ofExamplesIn(x);
    try (Network network =
        new Network(NetworkText.parse(drawn.network()), input, DataType.DOUBLE, 1)) {
      network.parameters().forEach((name, array) -> array.assign(arrays.get(name)));
      arrays.forEach((name, array) -> fixMask(network, name, array));
      return Diagnosis.of(
          new Submission(
              network,
              x,
              arrays.get("y"),
              gradients(network, arrays),
              loss(arrays),
              drawn.single()));
    }
  }

  private static INDArray array(Values values) {
    long[] shape = Arrays.stream(values.shape()).asLongStream().toArray();
    return Nd4j.createFromArray(values.entries()).reshape('c', shape);
  }

  private static void fixMask(Network network, String name, INDArray array) {
    if (name.startsWith("mask")) {
      network.cacheOfLayer(Integer.parseInt(name.substring("mask".length()))).mask(array);
    }
  }

  private static Map<String, INDArray> gradients(Network network, Map<String, INDArray> arrays) {
    Map<String, INDArray> gradients = new LinkedHashMap<>();
    network.parameters().keySet().forEach(name -> gradients.put(name, arrays.get("d" + name)));
    if (arrays.containsKey("dx")) {
      gradients.put(Submission.INPUT, arrays.get("dx"));
    }
    return gradients;
  }

  private static OptionalDouble loss(Map<String, INDArray> arrays) {
    return arrays.containsKey("loss")
        ? OptionalDouble.of(arrays.get("loss").getDouble(0))
        : OptionalDouble.empty();
  }
}
