package org.twinprop.layers;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.text.NetworkText;

/** A layer from its text, with numbers of its own, to be fed by hand. */
public final class RunningLayer {
  private final Chain layer;
  private final Storage storage;
  private final Pass pass = new Pass(1);

  private RunningLayer(String text, Shape input, DataType type) {
    layer = NetworkText.parseLayers(text);
    layer.output(input);
    pass.inputGradient(true);
    storage = new Storage(layer, input, type, pass);
  }

  /** In float64. */
  public static RunningLayer of(String text, long... input) {
    return new RunningLayer(text, Shape.of(input), DataType.DOUBLE);
  }

  public static RunningLayer of(String text, DataType type, long... input) {
    return new RunningLayer(text, Shape.of(input), type);
  }

  /** Sets a parameter's entries, row by row. */
  public RunningLayer with(String name, double... entries) {
    INDArray parameter = storage.parameters().get(name);
    parameter.assign(Nd4j.create(entries, parameter.shape(), DataType.DOUBLE));
    return this;
  }

  public Pass pass() {
    return pass;
  }

  public Cache cache(int layerNumber) {
    return storage.cache().child(layerNumber - 1);
  }

  public INDArray parameter(String name) {
    return storage.parameters().get(name);
  }

  public INDArray gradient(String name) {
    return storage.gradients().get(name);
  }

  public INDArray forward(INDArray x) {
    return layer.forward(x, storage.cache());
  }

  public INDArray backward(INDArray dy) {
    return layer.backward(dy, storage.cache());
  }

  /** A row-major array of float64. */
  public static INDArray array(long[] shape, double... entries) {
    return Nd4j.create(entries, shape, DataType.DOUBLE);
  }

  /** 1, 2, 3 and so on. */
  public static INDArray counting(long... shape) {
    double[] entries = new double[Math.toIntExact(Arrays.stream(shape).reduce(1, (a, b) -> a * b))];
    Arrays.setAll(entries, i -> i + 1);
    return array(shape, entries);
  }
}
