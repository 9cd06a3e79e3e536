package org.twinprop.layers.check;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.Layer;
import org.twinprop.layers.Pass;
import org.twinprop.layers.Shape;
import org.twinprop.layers.Storage;

/**
 * Checks the backward pass of one layer, in training, on random input and parameters.
 *
 * <p>A layer gives an array, not a number. It is projected onto a random direction R: the function
 * is L = sum(R * f(x)), whose gradient by y = f(x) is R, so R is the dy that the backward pass
 * gets. A random R, and not ones: the sum of a softmax's outputs, or of batch norm's, is constant,
 * and with ones every gradient would be zero, right or wrong.
 *
 * <pre>
 * GradientReport report = LayerCheck.check(new Square(), Shape.of(5), 3, 42);
 * </pre>
 *
 * <p>Source of the projection: CS231n, Convolutional Neural Networks for Visual Recognition, notes
 * and assignments on gradient checks.
 */
public final class LayerCheck {
  private final Layer layer;
  private final INDArray x;
  private final INDArray direction;
  private final Storage storage;

  private LayerCheck(Layer layer, INDArray x, long seed) {
    this.layer = layer;
    this.x = x.dup('c');
    SplittableRandom random = new SplittableRandom(seed);
    Shape input = Shape.ofExamplesIn(x);
    direction = gaussian(random, layer.output(input).ofBatch(x.size(0)));
    Pass pass = new Pass(seed);
    pass.inputGradient(true);
    storage = new Storage(layer, input, DataType.DOUBLE, pass);
    storage.parameters().values().forEach(p -> p.assign(gaussian(random, p.shape())));
  }

  /**
   * Checks every entry of every trained parameter and of the input, {@code x}, unless it is
   * indices.
   *
   * @param layer a layer, or a chain of layers
   * @param input the shape of one example
   * @param examples how many examples the batch has
   * @param seed of input, parameters, direction, and of what the layer draws
   * @throws IllegalArgumentException if the layer does not keep to {@link Layer}'s contract: it
   *     cannot take the input, gives another shape than it says, or writes to what it must only
   *     read
   */
  public static GradientReport check(Layer layer, Shape input, long examples, long seed) {
    INDArray x = randomInput(layer, input, examples, seed);
    return check(layer, x, seed, GradientCheck.ofAllEntries());
  }

  /**
   * A batch that a layer can take: normal numbers, or indices for a layer that takes these.
   *
   * @return [examples, input shape...], float64
   */
  public static INDArray randomInput(Layer layer, Shape input, long examples, long seed) {
    SplittableRandom random = new SplittableRandom(~seed);
    long[] shape = input.ofBatch(examples);
    return layer.indices() > 0 ? indices(random, layer.indices(), shape) : gaussian(random, shape);
  }

  /**
   * Checks a layer on the given input.
   *
   * @param x [examples, input shape...], float64
   * @throws IllegalArgumentException as above, or if x is not float64
   */
  public static GradientReport check(Layer layer, INDArray x, long seed, GradientCheck how) {
    Variable.needDouble("x", x);
    LayerCheck check = new LayerCheck(layer, x, seed);
    try (check.storage) {
      return how.check(check.function(), check.variables());
    }
  }

  /** L = sum(R * f(x)). */
  private DoubleSupplier function() {
    return () -> {
      try (INDArray product = direction.mul(layer.forward(x, storage.cache()))) {
        return product.sumNumber().doubleValue();
      }
    };
  }

  private List<Variable> variables() {
    backpropagate(); // twice: gradients must replace what is there, and buffers serve again
    INDArray dx = backpropagate();
    List<Variable> variables = Variable.ofParameters(storage.parameters(), storage.gradients());
    if (dx != null) {
      variables.add(new Variable("x", x, dx.dup('c')));
    }
    return variables;
  }

  private INDArray backpropagate() {
    double[] x0 = x.data().asDouble();
    double[] dy0 = direction.data().asDouble();
    INDArray y = layer.forward(x, storage.cache());
    require(Arrays.equals(y.shape(), direction.shape()), "forward gives y", y, direction);
    require(Arrays.equals(x0, x.data().asDouble()), "forward must not write to its input x");
    INDArray dx = layer.backward(direction, storage.cache());
    if (layer.indices() == 0) {
      require(dx != null, "backward gives no dx, though cache.needsInputGradient() is true");
      require(Arrays.equals(dx.shape(), x.shape()), "backward gives dx", dx, x);
    }
    require(Arrays.equals(x0, x.data().asDouble()), "backward must not write to the input x");
    require(
        Arrays.equals(dy0, direction.data().asDouble()), "backward must not write to its input dy");
    return dx;
  }

  private void require(boolean holds, String what, INDArray got, INDArray needed) {
    String shapes = " of " + Arrays.toString(got.shape()) + ", but it must be ";
    require(holds, what + shapes + Arrays.toString(needed.shape()));
  }

  private void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(layer + ": " + rule);
    }
  }

  private static INDArray indices(SplittableRandom random, int below, long... shape) {
    INDArray numbers = gaussian(random, shape);
    for (long i = 0; i < numbers.length(); i++) {
      numbers.putScalar(i, random.nextInt(below));
    }
    return numbers;
  }

  private static INDArray gaussian(SplittableRandom random, long... shape) {
    double[] entries = new double[Math.toIntExact(Arrays.stream(shape).reduce(1, (a, b) -> a * b))];
    Arrays.setAll(entries, i -> random.nextGaussian());
    return Nd4j.create(entries, shape, DataType.DOUBLE);
  }
}
