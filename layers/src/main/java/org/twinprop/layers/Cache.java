package org.twinprop.layers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.primitives.Layout;
import org.twinprop.layers.primitives.Owner;
import org.twinprop.layers.primitives.Primitives;

/**
 * All that one layer of one network remembers: its parameters, their gradients, what the forward
 * pass leaves for the backward pass, and the buffers that both reuse from step to step so that
 * training makes no garbage.
 */
public final class Cache {
  /** Batches come in at most a few sizes (full, last, evaluation); views of more are made anew. */
  private static final int BINDINGS = 4;

  private final Pass pass;
  private final DataType type;
  private final int number;
  private final Map<String, INDArray> parameters = new LinkedHashMap<>();
  private final Map<String, INDArray> gradients = new LinkedHashMap<>();
  private final Map<String, INDArray> kept = new HashMap<>();
  private final Map<BufferKey, INDArray> buffers = new HashMap<>();
  private final Map<String, List<Binding>> bindings = new HashMap<>();
  private final List<Cache> children = new ArrayList<>();
  private boolean parametersBefore;
  private INDArray mask;

  private record BufferKey(String name, List<Long> shape, boolean byChannel) {}

  private record Binding(INDArray to, Object value) {}

  Cache(Pass pass, DataType type, int number) {
    this.pass = pass;
    this.type = type;
    this.number = number;
  }

  /**
   * @param name as the layer's {@link Parameter} has it, such as {@code W}
   * @return the parameter's array, which the network's updater changes in place
   */
  public INDArray parameter(String name) {
    return parameters.get(name);
  }

  /** The array that the backward pass writes the gradient by this parameter into. */
  public INDArray gradient(String name) {
    return gradients.get(name);
  }

  /** Keeps an array for the backward pass. */
  public void keep(String name, INDArray array) {
    kept.put(name, array);
  }

  /** What the forward pass kept under this name. */
  public INDArray kept(String name) {
    return kept.get(name);
  }

  /**
   * An array in row-major order that stays from step to step: zero when first made, and holding
   * what was last written to it after that.
   */
  public INDArray buffer(String name, long... shape) {
    return buffers.computeIfAbsent(
        new BufferKey(name, boxed(shape), false), key -> Nd4j.create(type, shape, 'c'));
  }

  /** A buffer with the shape, and the order in memory, of another array. */
  public INDArray bufferLike(String name, INDArray other) {
    return Layout.isRowMajor(other) || !Layout.isChannelMajor(other)
        ? buffer(name, other.shape())
        : images(name, other.size(0), other.size(1), other.size(2), other.size(3));
  }

  /**
   * A buffer for a batch of images, [examples, channels, height, width], which lies in memory
   * channel by channel: a convolution over the whole batch is then one matrix product.
   */
  public INDArray images(String name, long examples, long channels, long height, long width) {
    long[] shape = {examples, channels, height, width};
    long[] inMemory = {channels, examples, height, width};
    return buffers.computeIfAbsent(
        new BufferKey(name, boxed(shape), true),
        key -> Layout.byExample(Nd4j.create(type, inMemory, 'c')));
  }

  /** A buffer for images of another size that lie in memory as those of another batch do. */
  public INDArray imagesLike(String name, INDArray other, long height, long width) {
    return Layout.isRowMajor(other)
        ? buffer(name, other.size(0), other.size(1), height, width)
        : images(name, other.size(0), other.size(1), height, width);
  }

  /**
   * The array itself where it lies in memory row by row or channel by channel, as layers rely on;
   * else a copy that does.
   */
  INDArray inOrder(String name, INDArray x) {
    return Layout.isRowMajor(x) || Layout.isChannelMajor(x) ? x : buffer(name, x.shape()).assign(x);
  }

  /**
   * Something made once for an array that comes again in every step, such as views into it. It is
   * kept for the last few arrays; what falls out is closed.
   *
   * @param name of the thing, unique within the layer
   * @param to the array that it belongs to, told apart by identity
   * @param make makes it, the first time
   */
  @SuppressWarnings("unchecked")
  public <T> T bound(String name, INDArray to, Function<INDArray, T> make) {
    List<Binding> known = bindings.computeIfAbsent(name, key -> new ArrayList<>());
    for (Binding binding : known) {
      if (binding.to() == to) {
        return (T) binding.value();
      }
    }
    if (known.size() == BINDINGS) {
      close(known.remove(0));
    }
    Binding made = new Binding(to, make.apply(to));
    known.add(made);
    return (T) made.value();
  }

  /** The dropout mask that a check has fixed for this layer, or null if the layer draws its own. */
  public INDArray mask() {
    return mask;
  }

  /**
   * @param fixed entries 0 or 1/(1-rate), shaped as the layer's input; null to draw a new one each
   *     step
   */
  public void mask(INDArray fixed) {
    mask = fixed;
  }

  public Primitives primitives() {
    return pass.primitives();
  }

  public boolean training() {
    return pass.training();
  }

  /** Whether anything before this layer is to be trained, or the input's gradient is wanted. */
  public boolean needsInputGradient() {
    return parametersBefore || pass.inputGradient();
  }

  /** Random numbers of this layer in this step: every call begins with the first of them again. */
  public SplittableRandom random() {
    return pass.random(number);
  }

  /** The cache of the i-th layer inside this one. */
  public Cache child(int i) {
    return children.get(i);
  }

  /**
   * The layer's place among all layers of the network, counted from 1; 0 for the network itself.
   */
  public int number() {
    return number;
  }

  List<Cache> children() {
    return children;
  }

  void bind(String name, INDArray value, INDArray gradient) {
    parameters.put(name, value);
    if (gradient != null) {
      gradients.put(name, gradient);
    }
  }

  void parametersBefore(boolean value) {
    parametersBefore = value;
  }

  void close() {
    buffers.values().stream().filter(INDArray::closeable).forEach(INDArray::close);
    buffers.clear();
    bindings.values().forEach(known -> known.forEach(Cache::close));
    bindings.clear();
    kept.clear();
    children.forEach(Cache::close);
  }

  private static void close(Binding binding) {
    if (binding.value() instanceof Owner owner) {
      owner.close();
    }
  }

  private static List<Long> boxed(long[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
