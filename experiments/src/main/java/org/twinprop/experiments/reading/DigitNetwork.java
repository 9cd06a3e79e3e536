package org.twinprop.experiments.reading;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.data.BadInput;
import org.twinprop.data.reading.DigitClassifier;
import org.twinprop.data.reading.DigitNormalisation;
import org.twinprop.experiments.folder.SavedNetwork;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.loss.Loss;
import org.twinprop.layers.loss.SoftmaxCrossEntropy;

/** A trained network that knows digits. */
public final class DigitNetwork implements DigitClassifier, AutoCloseable {
  private static final int SIZE = DigitNormalisation.SIZE;
  private static final int DIGITS = 10;
  private static final Shape INPUT = Shape.of(1, SIZE, SIZE);

  private final Network network;
  private final boolean owned;

  private DigitNetwork(Network network, boolean owned) {
    this.network = network;
    this.owned = owned;
  }

  /**
   * The network of a run.
   *
   * @throws BadInput if the folder holds none, or one that does not take images of digits
   */
  public static DigitNetwork of(Path run) {
    if (!Files.isDirectory(run)) {
      throw new BadInput(
          "%s: there is no such folder; give that of a run, such as one of examples/check-reader.yaml"
              .formatted(run));
    }
    Network network = SavedNetwork.read(run);
    if (!reads(network)) {
      String problem =
          "%s: its network takes %s and gives %s by %s, but one that reads digits takes %s and gives 10 or 11 by softmax-xent; give a run of examples/check-reader.yaml"
              .formatted(run, network.input(), network.output(), network.loss(), INPUT);
      network.close();
      throw new BadInput(problem);
    }
    return new DigitNetwork(network, true);
  }

  /** A network that goes on to belong to someone else. */
  public static DigitNetwork borrowed(Network network) {
    return new DigitNetwork(network, false);
  }

  /** Whether a network takes images of digits and tells these apart, and maybe what is none. */
  static boolean reads(Network network) {
    return reads(network.input(), network.output(), network.loss());
  }

  /** Whether a network of this input, output and loss does. */
  public static boolean reads(Shape input, Shape output, Loss loss) {
    return input.equals(INPUT)
        && (output.equals(Shape.of(DIGITS)) || output.equals(Shape.of(DIGITS + 1)))
        && loss instanceof SoftmaxCrossEntropy;
  }

  @Override
  public List<double[]> probabilities(List<byte[]> images) {
    if (images.isEmpty()) {
      return List.of();
    }
    try (INDArray x = batch(images);
        INDArray rows = network.predict(x).dup('c')) {
      double[] all = rows.data().asDouble();
      int classes = all.length / images.size();
      List<double[]> digits = new ArrayList<>();
      for (int i = 0; i < images.size(); i++) {
        digits.add(Arrays.copyOfRange(all, i * classes, i * classes + DIGITS));
      }
      return digits;
    }
  }

  @Override
  public boolean knowsOthers() {
    return classes() > DIGITS;
  }

  /**
   * What each pixel of an image has to do with the logit of a digit: the size of its gradient, from
   * our own backward pass.
   *
   * @param image 28 x 28 bytes
   * @return 28 x 28 numbers, row by row, the largest 1
   */
  public double[] saliency(byte[] image, int digit) {
    try (INDArray x = batch(List.of(image));
        INDArray dz = Nd4j.zeros(network.type(), 1, classes())) {
      dz.putScalar(0, digit, 1);
      double[] gradient = gradient(x, dz);
      double largest = 1e-12;
      for (double entry : gradient) {
        largest = Math.max(largest, Math.abs(entry));
      }
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] = Math.abs(gradient[i]) / largest;
      }
      return gradient;
    }
  }

  private double[] gradient(INDArray x, INDArray dz) {
    try (INDArray dx = network.inputGradient(x, dz).dup('c')) {
      return dx.data().asDouble();
    }
  }

  private long classes() {
    return network.output().length();
  }

  private INDArray batch(List<byte[]> images) {
    double[] ink = new double[images.size() * SIZE * SIZE];
    for (int i = 0; i < images.size(); i++) {
      for (int j = 0; j < SIZE * SIZE; j++) {
        ink[i * SIZE * SIZE + j] = (images.get(i)[j] & 0xff) / 255.0;
      }
    }
    return Nd4j.create(ink, new long[] {images.size(), 1, SIZE, SIZE}, network.type());
  }

  @Override
  public void close() {
    if (owned) {
      network.close();
    }
  }
}
