package org.twinprop.experiments.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.data.Examples;
import org.twinprop.layers.Network;
import org.twinprop.layers.convolution.Convolution;

/**
 * A look into a network's first layer, with the kernels remembered as they began. It looks at the
 * first of the examples, which nobody picked because it looks good.
 */
public final class FeatureView {
  private static final String WEIGHT = "W1";
  private static final int ROW = 0;

  private final Network network;
  private final Examples examples;
  private final List<Plane> start;

  private FeatureView(Network network, Examples examples) {
    this.network = network;
    this.examples = examples;
    start = planes(network.parameters().get(WEIGHT));
  }

  /**
   * Remembers the kernels of a network before it is trained.
   *
   * @param examples images
   * @return empty if its first layer is not a convolution over images of one channel
   */
  public static Optional<FeatureView> of(Network network, Examples examples) {
    boolean convolves =
        network.architecture().chain().layers().get(0) instanceof Convolution
            && examples.inputShape()[0] == 1
            && examples.darkIsOne();
    return convolves ? Optional.of(new FeatureView(network, examples)) : Optional.empty();
  }

  /** What the layer looks for now. What the network kept of its last batch is overwritten. */
  public Features now() {
    long[] shape = examples.inputShape();
    try (INDArray x = Nd4j.create(network.type(), 1, shape[0], shape[1], shape[2])) {
      examples.inputs(new int[] {ROW}, x);
      int predicted = mostProbable(entries(network.predict(x)));
      List<Plane> learned = planes(network.parameters().get(WEIGHT));
      List<Plane> maps = planes(network.outputOfLayer(1));
      return Features.of(new FirstLayer(learned, start, maps), examples, ROW, predicted);
    }
  }

  private static int mostProbable(double[] probabilities) {
    return IntStream.range(0, probabilities.length)
        .reduce(0, (a, b) -> probabilities[b] > probabilities[a] ? b : a);
  }

  /** One plane for each kernel [K, 1, height, width], or for each channel [1, K, height, width]. */
  private static List<Plane> planes(INDArray array) {
    int height = (int) array.size(2);
    int width = (int) array.size(3);
    int size = height * width;
    double[] all = entries(array);
    return IntStream.range(0, all.length / size)
        .mapToObj(k -> new Plane(height, width, Arrays.copyOfRange(all, k * size, (k + 1) * size)))
        .toList();
  }

  private static double[] entries(INDArray array) {
    try (INDArray copy = array.dup('c')) {
      return copy.data().asDouble();
    }
  }
}
