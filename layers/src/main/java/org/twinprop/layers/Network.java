package org.twinprop.layers;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.reduce.longer.MatchCondition;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.conditions.Conditions;
import org.twinprop.layers.initializer.Initializer;
import org.twinprop.layers.loss.Loss;
import org.twinprop.layers.text.NetworkText;

/**
 * A network with numbers: an architecture for inputs of one shape, its parameters, and the two
 * passes over them.
 *
 * <pre>
 * double loss = network.loss(x, y);   // forward
 * network.backward();                 // every gradient
 * </pre>
 *
 * Arrays that it returns are its own, and change with the next pass; {@code dup()} keeps them.
 */
public final class Network implements AutoCloseable {
  private final Architecture architecture;
  private final Shape input;
  private final Shape output;
  private final DataType type;
  private final long seed;
  private final Pass pass;
  private final Storage storage;
  private final Cache lossCache;
  private INDArray z;
  private RowTargets targets;
  private boolean lossKnown;
  private INDArray inputGradient;

  /**
   * @param architecture layers and loss
   * @param input the shape of one example
   * @param type float32 to train, float64 to verify
   * @param seed of what layers draw while training
   * @throws IllegalArgumentException if a layer cannot take what the one before it gives; the
   *     message names the layer, the shape it got and what it needs
   */
  public Network(Architecture architecture, Shape input, DataType type, long seed) {
    this.architecture = architecture;
    this.input = input;
    this.type = type;
    this.seed = seed;
    output = architecture.chain().output(input);
    if (output.rank() > 2) {
      throw new IllegalArgumentException(
          "the loss got outputs "
              + output
              + ", but needs a row for each example: put flatten before the last layers");
    }
    pass = new Pass(seed);
    storage = new Storage(architecture.chain(), input, type, pass);
    lossCache = new Cache(pass, type, 0);
  }

  /**
   * A network from its text, with weights drawn from {@code seed}.
   *
   * @throws IllegalArgumentException as {@link NetworkText#parse} and the constructor
   */
  public static Network of(
      String text, Shape input, DataType type, Initializer initializer, long seed) {
    Network network = new Network(NetworkText.parse(text), input, type, seed);
    network.initialize(initializer);
    return network;
  }

  /** Draws all weights anew from the network's seed; all else begins at its start again. */
  public void initialize(Initializer initializer) {
    SplittableRandom random = new SplittableRandom(seed);
    storage
        .parameters()
        .forEach(
            (name, array) -> {
              Parameter parameter = storage.descriptions().get(name);
              if (parameter.role() == Parameter.Role.WEIGHT) {
                fill(array, parameter, initializer, random.split());
              } else {
                array.assign(parameter.start());
              }
            });
  }

  private void fill(
      INDArray array, Parameter parameter, Initializer initializer, SplittableRandom random) {
    double[] drawn = initializer.draw(parameter, random);
    try (INDArray values = Nd4j.create(drawn, array.shape(), type)) {
      array.assign(values);
    }
  }

  /**
   * The network's output, for a loss on logits the logits.
   *
   * @param x [examples, input shape...], of the network's type
   * @param training whether dropout drops and batch norm takes the batch's statistics
   * @return [examples, output shape...]
   * @throws IllegalArgumentException if x has another shape
   */
  public INDArray forward(INDArray x, boolean training) {
    if (!Shape.ofExamplesIn(x).equals(input)) {
      throw new IllegalArgumentException(
          "the network takes batches of [examples, %s], but got %s"
              .formatted(input.toString().replace("x", ", "), Arrays.toString(x.shape())));
    }
    pass.training(training);
    lossKnown = false;
    // its own copy: views that layers made of the last step's input stay good
    INDArray own = lossCache.buffer("x", x.shape());
    lossCache.primitives().copy(x, own);
    z = architecture.chain().forward(own, storage.cache());
    return z;
  }

  /** What the network predicts in use: probabilities for a loss on logits, else its output. */
  public INDArray predict(INDArray x) {
    return architecture.objective().prediction(forward(x, false), lossCache);
  }

  /**
   * The loss on a batch in training, the price of the weights included.
   *
   * @param y the targets, shaped as the output; or class numbers, shaped as the output without its
   *     last size, if the loss is one of classes
   * @throws IllegalArgumentException naming the row and value, if a target cannot be one
   */
  public double loss(INDArray x, INDArray y) {
    return loss(x, y, null, null);
  }

  /**
   * The same, where examples count differently, or steps do not count.
   *
   * @param exampleWeights [examples], each at least 0; null where all are 1
   * @param mask [examples, steps], 1 where a step counts, else 0; null where all do
   */
  public double loss(INDArray x, INDArray y, INDArray exampleWeights, INDArray mask) {
    forward(x, true);
    double loss = dataLoss(y, exampleWeights, mask) + weightPrice();
    lossKnown = true;
    return loss;
  }

  /**
   * The same, where what an example counts follows from the losses of the batch, as in {@code
   * GroupDro}.
   *
   * @param exampleWeights from the loss of each example, [examples], to its weight, at least 0
   */
  public double loss(INDArray x, INDArray y, UnaryOperator<double[]> exampleWeights) {
    forward(x, true);
    targets = RowTargets.of(loss(), z, y, null, null, lossCache);
    double[] losses = architecture.objective().exampleLosses(z, targets, lossCache);
    try (INDArray weights = Nd4j.createFromArray(exampleWeights.apply(losses))) {
      double loss = dataLoss(y, weights, null) + weightPrice();
      lossKnown = true;
      return loss;
    }
  }

  /** The mean loss of the last forward pass, without the price of the weights. */
  public double dataLoss(INDArray y) {
    return dataLoss(y, null, null);
  }

  private double dataLoss(INDArray y, INDArray exampleWeights, INDArray mask) {
    targets = RowTargets.of(loss(), z, y, exampleWeights, mask, lossCache);
    return architecture.objective().loss(z, targets, lossCache);
  }

  private double weightPrice() {
    double price = 0;
    for (Map.Entry<String, INDArray> entry : storage.parameters().entrySet()) {
      price += isWeight(entry.getKey()) ? architecture.objective().price(entry.getValue()) : 0;
    }
    return price;
  }

  /**
   * Every gradient of the last {@link #loss}, into {@link #gradients}.
   *
   * @throws IllegalStateException if there was none since the last forward or backward pass, whose
   *     buffers it needs
   */
  public void backward() {
    if (!lossKnown) {
      throw new IllegalStateException("call loss(x, y) before each backward()");
    }
    INDArray dz = architecture.objective().gradient(z, targets, lossCache);
    inputGradient = architecture.chain().backward(dz, storage.cache());
    storage.parameters().forEach(this::addPriceGradient);
    lossKnown = false;
  }

  private void addPriceGradient(String name, INDArray W) {
    if (isWeight(name) && architecture.objective().penalises()) {
      INDArray scratch = lossCache.buffer("price of " + name, W.shape());
      architecture.objective().addPriceGradient(W, storage.gradients().get(name), scratch);
    }
  }

  private boolean isWeight(String name) {
    return storage.descriptions().get(name).role() == Parameter.Role.WEIGHT;
  }

  /**
   * The gradient of any function of the outputs by the input, in use, not in training: what each
   * entry of the input has to do with the answer. Gradients of parameters are overwritten.
   *
   * <p>Source: Simonyan, Vedaldi and Zisserman, Deep Inside Convolutional Networks (2013), section
   * 3: with a 1 at one class's logit and 0 elsewhere in {@code dz}, its image-specific saliency.
   *
   * @param x [examples, input shape...], of the network's type
   * @param dz the gradient of that function by the network's output, shaped as it
   * @return [examples, input shape...]
   * @throws IllegalArgumentException if x has another shape
   */
  public INDArray inputGradient(INDArray x, INDArray dz) {
    boolean wanted = wantsInputGradient();
    wantInputGradient(true);
    forward(x, false);
    inputGradient = architecture.chain().backward(dz, storage.cache());
    wantInputGradient(wanted);
    return inputGradient;
  }

  /**
   * Whether {@link #backward} also computes the gradient by the input, which training can do
   * without.
   */
  public void wantInputGradient(boolean wanted) {
    pass.inputGradient(wanted);
  }

  public boolean wantsInputGradient() {
    return pass.inputGradient();
  }

  /** The gradient by the input, if it is wanted: [examples, input shape...]. */
  public INDArray inputGradient() {
    return inputGradient;
  }

  /**
   * The trained parameters by name, {@code W1}, {@code b1} and so on; writing to one changes the
   * network.
   */
  public Map<String, INDArray> parameters() {
    return Collections.unmodifiableMap(storage.parameters());
  }

  /** The gradients of the last {@link #backward}, under the parameters' names. */
  public Map<String, INDArray> gradients() {
    return Collections.unmodifiableMap(storage.gradients());
  }

  /** Running statistics by name. */
  public Map<String, INDArray> states() {
    return Collections.unmodifiableMap(storage.states());
  }

  /** What each parameter and running statistic is. */
  public Map<String, Parameter> descriptions() {
    return Collections.unmodifiableMap(storage.descriptions());
  }

  /** All trained parameters in one vector, for an updater. */
  public INDArray parameterVector() {
    return storage.vector();
  }

  /** All gradients in one vector, for an updater. */
  public INDArray gradientVector() {
    return storage.gradientVector();
  }

  /** The training step that comes next. Random numbers of layers follow from the seed and this. */
  public void step(long step) {
    pass.step(step);
  }

  public long step() {
    return pass.step();
  }

  /**
   * The cache of a layer, to read or fix its dropout mask; layers are counted from 1, all of them.
   */
  public Cache cacheOfLayer(int number) {
    return find(storage.cache(), number).orElseThrow();
  }

  /**
   * What a layer of the chain gave in the last forward pass, [examples, output shape...].
   *
   * @param number of the layer from 1, as messages count: layers inside a residual block are not
   *     counted
   */
  public INDArray outputOfLayer(int number) {
    return architecture.chain().outputOf(number - 1, storage.cache());
  }

  private static Optional<Cache> find(Cache cache, int number) {
    if (cache.number() == number) {
      return Optional.of(cache);
    }
    return cache.children().stream().flatMap(child -> find(child, number).stream()).findFirst();
  }

  /**
   * The first layer whose last output holds a NaN or an infinity, as messages call it; empty if all
   * are finite.
   */
  public Optional<String> firstNonFiniteLayer() {
    for (int i = 0; i < architecture.chain().layers().size(); i++) {
      INDArray output = outputOfLayer(i + 1);
      MatchCondition bad = new MatchCondition(output, Conditions.notFinite());
      if (Nd4j.getExecutioner().exec(bad).getLong(0) > 0) {
        return Optional.of("layer " + (i + 1) + ", " + architecture.chain().texts().get(i));
      }
    }
    return Optional.empty();
  }

  /**
   * What messages call the layer of a parameter or running statistic: number and text. {@code
   * network} for any other name.
   */
  public String layerOf(String parameter) {
    int number = storage.layerNumber(parameter);
    List<Cache> caches = storage.cache().children();
    for (int i = caches.size() - 1; i >= 0 && number > 0; i--) {
      if (caches.get(i).number() <= number) {
        return "layer " + (i + 1) + ", " + architecture.chain().texts().get(i);
      }
    }
    return "network";
  }

  /** The same network with the same numbers in another precision. */
  public Network as(DataType other) {
    Network copy = new Network(architecture, input, other, seed);
    copy.copyFrom(this);
    return copy;
  }

  /** Takes over another network's parameters, running statistics and step. */
  public void copyFrom(Network other) {
    parameterVector().assign(other.parameterVector());
    other.states().forEach((name, state) -> storage.states().get(name).assign(state));
    step(other.step());
  }

  public Architecture architecture() {
    return architecture;
  }

  public Loss loss() {
    return architecture.objective().loss();
  }

  public Shape input() {
    return input;
  }

  public Shape output() {
    return output;
  }

  public DataType type() {
    return type;
  }

  public long seed() {
    return seed;
  }

  @Override
  public void close() {
    storage.close();
    lossCache.close();
  }
}
