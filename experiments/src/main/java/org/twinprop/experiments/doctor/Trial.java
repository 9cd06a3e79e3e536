package org.twinprop.experiments.doctor;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.experiments.console.NumberThreads;
import org.twinprop.experiments.folder.Backend;
import org.twinprop.layers.Shape;
import org.twinprop.layers.check.GradientReport;
import org.twinprop.layers.check.LayerCheck;
import org.twinprop.layers.text.NetworkText;

/**
 * Whether the backend in use computes right, and how fast.
 *
 * @param nd4j its release
 * @param backend as ND4J names it: CPU or CUDA
 * @param threads of the arithmetic
 * @param loadSeconds until ND4J was ready
 * @param size of the product: two float32 matrices of so many rows and columns
 * @param productSeconds of one product, the median of several
 * @param gigaflops additions and multiplications of that, in thousands of millions a second
 * @param productError the largest error of an entry, in units of the sum of its terms' sizes
 * @param layers that the gradients were checked of
 * @param gradientSeconds that this took
 * @param gradientError the largest relative error of a gradient against differences, in float64
 * @param ok whether all of that is right
 */
public record Trial(
    String nd4j,
    String backend,
    String threads,
    double loadSeconds,
    int size,
    double productSeconds,
    double gigaflops,
    double productError,
    String layers,
    double gradientSeconds,
    double gradientError,
    boolean ok) {
  private static final int SIZE = 1024;
  private static final int REPETITIONS = 9;
  private static final String LAYERS = "conv(2,3) tanh maxpool(2) flatten dense(3) sigmoid";
  private static final long SEED = 1;

  /** float32 rounds to 6e-8; a sum of 1,024 random roundings stays far below this. */
  private static final double TOLERANCE = 1e-6;

  /** Loads ND4J, if it is not loaded yet, and tries it. */
  public static Trial run() {
    long start = System.nanoTime();
    String threads = NumberThreads.set().toString();
    Backend backend = Backend.inUse();
    double loadSeconds = secondsSince(start);
    Product product = product();
    start = System.nanoTime();
    GradientReport gradients =
        LayerCheck.check(NetworkText.parseLayers(LAYERS), Shape.of(1, 6, 6), 2, SEED);
    return new Trial(
        backend.nd4j(),
        backend.name(),
        threads,
        loadSeconds,
        SIZE,
        product.seconds(),
        2.0 * SIZE * SIZE * SIZE / product.seconds() / 1e9,
        product.error(),
        LAYERS,
        secondsSince(start),
        gradients.worst().maxRelativeError(),
        product.error() < TOLERANCE && gradients.passed());
  }

  private record Product(double seconds, double error) {}

  private static Product product() {
    SplittableRandom random = new SplittableRandom(SEED);
    try (INDArray a = matrix(random);
        INDArray b = matrix(random);
        INDArray product = Nd4j.create(DataType.FLOAT, new long[] {SIZE, SIZE}, 'f')) {
      double[] seconds = new double[REPETITIONS];
      for (int i = -1; i < REPETITIONS; i++) { // the first one warms up
        long start = System.nanoTime();
        Nd4j.gemm(a, b, product, false, false, 1, 0);
        Nd4j.getExecutioner().commit(); // a GPU has only been asked until here
        seconds[Math.max(i, 0)] = secondsSince(start);
      }
      Arrays.sort(seconds);
      return new Product(seconds[REPETITIONS / 2], error(a, b, product));
    }
  }

  /** Of the diagonal, against sums in float64. */
  private static double error(INDArray a, INDArray b, INDArray product) {
    double[] left = a.dup('c').data().asDouble();
    double[] right = b.dup('c').data().asDouble();
    double worst = 0;
    for (int i = 0; i < SIZE; i++) {
      double sum = 0;
      double sizes = 0;
      for (int k = 0; k < SIZE; k++) {
        double term = left[i * SIZE + k] * right[k * SIZE + i];
        sum += term;
        sizes += Math.abs(term);
      }
      double error = Math.abs(sum - product.getDouble(i, i)) / sizes;
      worst = Double.isNaN(error) ? error : Math.max(worst, error);
    }
    return worst;
  }

  private static INDArray matrix(SplittableRandom random) {
    float[] entries = new float[SIZE * SIZE];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = (float) random.nextGaussian();
    }
    return Nd4j.create(entries, new long[] {SIZE, SIZE}, 'f');
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
