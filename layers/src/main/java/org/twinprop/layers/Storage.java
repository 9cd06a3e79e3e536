package org.twinprop.layers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The numbers of one network: all trained parameters in one vector, their gradients in another, and
 * a view into both for each parameter of each layer. One vector makes an updater's step a few
 * operations however many layers there are.
 *
 * <p>Layers that have parameters are numbered from 1 in order; a parameter's full name is its own
 * and that number: {@code W1}, {@code b1}, {@code gamma2}.
 */
public final class Storage implements AutoCloseable {
  private record Slot(String fullName, Parameter parameter, Cache cache) {}

  private final DataType type;
  private final Pass pass;
  private final Cache root;
  private final List<Slot> slots = new ArrayList<>();
  private final Map<String, INDArray> values = new LinkedHashMap<>();
  private final Map<String, INDArray> gradients = new LinkedHashMap<>();
  private final Map<String, INDArray> states = new LinkedHashMap<>();
  private final Map<String, Parameter> descriptions = new LinkedHashMap<>();
  private final INDArray vector;
  private final INDArray gradientVector;
  private int layers;
  private int layersWithParameters;
  private boolean parametersBefore;

  /**
   * @param layer the layer, or chain of layers, to make numbers for
   * @param input the shape of one example
   * @param type float32 to train, float64 to verify
   * @param pass what its layers share
   * @throws IllegalArgumentException if there would be more parameters than an array can hold
   */
  public Storage(Layer layer, Shape input, DataType type, Pass pass) {
    this.type = type;
    this.pass = pass;
    root = new Cache(pass, type, 0);
    collect(layer, input, root);
    long length = count();
    // a layer without parameters still gets one number, so that nothing needs a special case
    vector = Nd4j.zeros(type, Math.max(1, length));
    gradientVector = Nd4j.zeros(type, Math.max(1, length));
    bindAll();
  }

  /** The cache to hand to the layer. */
  public Cache cache() {
    return root;
  }

  /** The trained parameters by full name: views into {@link #vector}. */
  public Map<String, INDArray> parameters() {
    return values;
  }

  /** Their gradients, under the parameters' names: views into {@link #gradientVector}. */
  public Map<String, INDArray> gradients() {
    return gradients;
  }

  /** Running statistics by full name. */
  public Map<String, INDArray> states() {
    return states;
  }

  /** What each trained parameter or running statistic is, by full name. */
  public Map<String, Parameter> descriptions() {
    return descriptions;
  }

  /**
   * The number of the layer that a parameter or running statistic belongs to, layers counted from
   * 1.
   */
  int layerNumber(String fullName) {
    return slots.stream()
        .filter(slot -> slot.fullName().equals(fullName))
        .mapToInt(slot -> slot.cache().number())
        .findFirst()
        .orElse(0);
  }

  /** All trained parameters in one vector. */
  public INDArray vector() {
    return vector;
  }

  /** All gradients in one vector. */
  public INDArray gradientVector() {
    return gradientVector;
  }

  @Override
  public void close() {
    root.close();
    states.values().forEach(INDArray::close);
    vector.close();
    gradientVector.close();
  }

  private void collect(Layer layer, Shape input, Cache cache) {
    cache.parametersBefore(parametersBefore);
    List<Parameter> parameters = layer.parameters(input);
    if (!parameters.isEmpty()) {
      layersWithParameters++;
      for (Parameter parameter : parameters) {
        slots.add(new Slot(parameter.name() + layersWithParameters, parameter, cache));
        parametersBefore |= parameter.trained();
      }
    }
    Shape shape = input;
    for (Layer child : layer.children()) {
      // a chain inside a layer is that layer's body and has no number of its own
      int number = child instanceof Chain ? cache.number() : ++layers;
      Cache childCache = new Cache(pass, type, number);
      cache.children().add(childCache);
      collect(child, shape, childCache);
      shape = child.output(shape);
    }
  }

  private long count() {
    double count = slots.stream().filter(this::trained).mapToDouble(this::length).sum();
    if (count > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the layers need %.3g parameters, but at most %d fit: give them fewer outputs",
              count,
              Integer.MAX_VALUE));
    }
    return (long) count;
  }

  private void bindAll() {
    long from = 0;
    for (Slot slot : slots) {
      descriptions.put(slot.fullName(), slot.parameter());
      if (!trained(slot)) {
        bindState(slot);
        continue;
      }
      long to = from + length(slot);
      INDArray value = view(vector, from, to, slot);
      INDArray gradient = view(gradientVector, from, to, slot);
      value.assign(slot.parameter().start());
      values.put(slot.fullName(), value);
      gradients.put(slot.fullName(), gradient);
      slot.cache().bind(slot.parameter().name(), value, gradient);
      from = to;
    }
  }

  private void bindState(Slot slot) {
    long[] sizes = slot.parameter().shape().sizes();
    INDArray state = Nd4j.valueArrayOf(sizes, slot.parameter().start(), type);
    states.put(slot.fullName(), state);
    slot.cache().bind(slot.parameter().name(), state, null);
  }

  private static INDArray view(INDArray vector, long from, long to, Slot slot) {
    return vector
        .get(NDArrayIndex.interval(from, to))
        .reshape('c', slot.parameter().shape().sizes());
  }

  private boolean trained(Slot slot) {
    return slot.parameter().trained();
  }

  private long length(Slot slot) {
    return slot.parameter().shape().length();
  }
}
