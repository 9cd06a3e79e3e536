package org.twinprop.layers.primitives;

import java.util.concurrent.TimeUnit;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.twinprop.layers.primitives.Window.Pair;

/** Microseconds of each primitive on the arrays of a LeNet with batches of 64, in float32. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PrimitivesBenchmark {
  private static final Window CONVOLUTION =
      new Window(new Pair(5, 5), new Pair(1, 1), new Pair(0, 0), new Pair(1, 1));
  private static final Window POOLING =
      new Window(new Pair(2, 2), new Pair(2, 2), new Pair(0, 0), new Pair(1, 1));
  private static final AdamStep STEP = new AdamStep(0.9, 0.999, 1e-3, 1e-8);

  /** Our loops, or ND4J's operations, which define them. */
  @Param({"host", "nd4j"})
  private String by;

  private Primitives primitives;
  private final INDArray images = random(64, 20, 12, 12);
  private final INDArray kernels = random(50, 20, 5, 5);
  private final INDArray biases = random(50);
  private final INDArray pooled = random(64, 20, 12, 12);
  private final INDArray unpooled = random(64, 20, 24, 24);
  private final INDArray rows = random(64, 800);
  private final INDArray weights = random(800, 500);
  private final INDArray hidden = random(64, 500);
  private final INDArray logits = random(64, 10);
  private final INDArray targets = random(64, 10);
  private final INDArray probabilities = random(64, 10);
  private final INDArray losses = random(64);
  private final INDArray theta = random(431_080);
  private final INDArray gradient = random(431_080);
  private final INDArray mean = random(431_080);
  private final INDArray meanSquare = random(431_080);
  private INDArray convolved;
  private PatchProducts products;
  private WindowMaxima maxima;

  private static INDArray random(long... shape) {
    return Nd4j.rand(DataType.FLOAT, shape);
  }

  @Setup
  public void prepare() {
    primitives = by.equals("host") ? new HostPrimitives() : new Nd4jPrimitives();
    products = primitives.patchProducts(images, CONVOLUTION);
    convolved =
        products.byChannel() ? Layout.byExample(random(50, 64, 8, 8)) : random(64, 50, 8, 8);
    maxima = primitives.maxima(unpooled, POOLING);
    products.times(kernels, biases, convolved);
    maxima.take(pooled);
  }

  @Benchmark
  public void convolution() {
    products.times(kernels, biases, convolved);
  }

  @Benchmark
  public void convolutionGradients() {
    products.gradients(convolved, kernels, biases);
  }

  @Benchmark
  public void convolutionInputGradient() {
    products.transposeTimes(kernels, convolved, images);
  }

  @Benchmark
  public void maxPooling() {
    maxima.take(pooled);
  }

  @Benchmark
  public void maxPoolingGradient() {
    maxima.giveBack(pooled, unpooled);
  }

  @Benchmark
  public void dense() {
    primitives.times(rows, weights, hidden);
  }

  @Benchmark
  public void denseGradient() {
    primitives.transposeTimes(rows, hidden, weights);
  }

  @Benchmark
  public void relu() {
    primitives.relu(unpooled, unpooled);
  }

  @Benchmark
  public void reluGradient() {
    primitives.reluGradient(unpooled, unpooled, unpooled);
  }

  @Benchmark
  public void softmaxCrossEntropy() {
    primitives.softmaxCrossEntropy(logits, targets, probabilities, losses);
  }

  @Benchmark
  public void adam() {
    primitives.adam(theta, gradient, mean, meanSquare, STEP);
  }
}
