package org.twinprop.layers.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.initializer.He;

/**
 * Random networks with many kinks, close together and at the very point (images on a background of
 * 0), or with enormous gradients: a right gradient is never called wrong, and a wrong one always is
 * where differences can decide.
 */
class KinkedNetworksTest {
  private static final int NETWORKS = 20;
  private static final double PLANTED = 1.001;

  enum Kind {
    RESIDUAL(
        "conv(3,3,pad=1,bias=false) batchnorm relu maxpool(2)"
            + " residual(conv(3,3,pad=1,bias=false) batchnorm relu conv(3,3,pad=1,bias=false)"
            + " batchnorm) relu maxpool(2) flatten dense(3) | softmax-xent l2=1e-4",
        Shape.of(1, 8, 8)),
    CONVOLUTION(
        "conv(4,3) relu maxpool(2) conv(4,2) relu flatten dense(3) | softmax-xent",
        Shape.of(1, 8, 8)),
    DEEP("dense(30) relu ".repeat(5) + "dense(3) | softmax-xent l1=1e-4", Shape.of(12)),
    RECURRENT("rnn(12) laststep dense(3) | softmax-xent", Shape.of(40, 3)),
    LARGE_GRADIENTS("dense(8) cube dense(8) cube dense(3) | mse", Shape.of(5)),
    ABSOLUTE("dense(20) leakyrelu dense(20) relu6 dense(3) | mae", Shape.of(5));

    private final String text;
    private final Shape input;

    Kind(String text, Shape input) {
      this.text = text;
      this.input = input;
    }

    Network network(long seed) {
      return Network.of(text, input, DataType.DOUBLE, new He(true), seed);
    }

    /** Images have a few pixels in the middle of a background of 0. */
    INDArray x(SplittableRandom random) {
      INDArray x = Nd4j.create(DataType.DOUBLE, input.ofBatch(3));
      for (long i = 0; i < x.length(); i++) {
        double drawn = random.nextGaussian();
        x.putScalar(i, input.rank() == 3 ? pixel(i, drawn) : 3 * drawn);
      }
      return x;
    }

    private static double pixel(long place, double drawn) {
      long row = place / 8 % 8;
      long column = place % 8;
      return row > 1 && row < 6 && column > 2 && column < 6 ? Math.max(0, drawn) : 0;
    }

    INDArray y(SplittableRandom random) {
      INDArray y = Nd4j.zeros(DataType.DOUBLE, 3, 3);
      for (int row = 0; row < 3; row++) {
        y.putScalar(row, random.nextInt(3), 1);
      }
      return y;
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void rightGradientsAreNeverWrong(Kind kind) {
    long entries = 0;
    long kinks = 0;
    double steepest = 0;
    for (long seed = 1; seed <= NETWORKS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      INDArray x = kind.x(random);
      INDArray y = kind.y(random);
      try (Network network = kind.network(seed)) {
        GradientReport report = NetworkCheck.check(network, x, y, GradientCheck.ofSample(4, seed));
        assertTrue(report.passed(), () -> kind + ": " + report);
        entries += report.tensors().stream().mapToLong(TensorCheck::entries).sum();
        steepest = Math.max(steepest, network.gradientVector().amaxNumber().doubleValue());
        kinks += report.tensors().stream().mapToLong(TensorCheck::kinks).sum();
      }
    }
    assertTrue(kind != Kind.LARGE_GRADIENTS || steepest > 1e6, "steepest " + steepest);
    assertTrue(kinks < entries / 3, kinks + " of " + entries + " at kinks");
  }

  /**
   * Images of one colour each: every window of the pooling ties, and gradients are small, as at the
   * end of training. Tripled gradients are wrong there too.
   */
  @ParameterizedTest
  @ValueSource(doubles = {8, 12})
  void tiesInPlainImagesAreNoErrors(double certainty) {
    String text =
        "conv(8,3,pad=1) relu maxpool(2) conv(8,3,pad=1) relu maxpool(2) flatten"
            + " dense(16) relu dense(2) | softmax-xent";
    for (long seed = 1; seed <= 2; seed++) {
      INDArray x = plainImages(new SplittableRandom(seed));
      INDArray y = Nd4j.zeros(DataType.DOUBLE, 4, 2);
      y.getColumn(0).assign(1);
      GradientCheck check = GradientCheck.ofSample(10, seed);
      try (Network network =
          Network.of(text, Shape.of(3, 16, 16), DataType.DOUBLE, new He(true), seed)) {
        network.parameters().get("b4").putScalar(0, certainty);
        GradientReport report = NetworkCheck.check(network, x, y, check);
        assertTrue(report.passed(), report::toString);
        assertTrue(report.of("x").kinks() > 0, report::toString);
        assertEquals(Verdict.WRONG, ofTripledInputGradient(network, x, y, check).verdict());
      }
    }
  }

  private static INDArray plainImages(SplittableRandom random) {
    INDArray x = Nd4j.create(DataType.DOUBLE, 4, 3, 16, 16);
    for (int image = 0; image < 4; image++) {
      for (int channel = 0; channel < 3; channel++) {
        x.slice(image).slice(channel).assign(random.nextGaussian());
      }
    }
    return x;
  }

  private static TensorCheck ofTripledInputGradient(
      Network network, INDArray x, INDArray y, GradientCheck check) {
    network.wantInputGradient(true);
    return check
        .check(
            () -> network.loss(x, y),
            () -> {
              network.loss(x, y);
              network.backward();
              return List.of(new Variable("x", x, network.inputGradient().mul(3)));
            })
        .of("x");
  }

  /** Wherever the right gradient is called OK, a thousandth more is called WRONG. */
  @ParameterizedTest
  @EnumSource(Kind.class)
  void wrongGradientsAreFoundWhereDifferencesDecide(Kind kind) {
    int planted = 0;
    for (long seed = 1001; seed <= 1000 + NETWORKS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      INDArray x = kind.x(random);
      INDArray y = kind.y(random);
      try (Network network = kind.network(seed)) {
        List<String> names = new ArrayList<>(network.parameters().keySet());
        String name = names.get(random.nextInt(names.size()));
        network.loss(x, y);
        network.backward();
        long place = random.nextLong(network.gradients().get(name).length());
        Verdict right = verdict(network, x, y, name, place, 1);
        double gradient = Math.abs(network.gradients().get(name).getDouble(place));
        double largest = network.gradientVector().amaxNumber().doubleValue();
        if (right == Verdict.OK && gradient > 1e-5 * largest) {
          assertEquals(
              Verdict.WRONG, verdict(network, x, y, name, place, PLANTED), kind + " " + seed);
          planted++;
        }
      }
    }
    assertTrue(planted > NETWORKS / 3, "planted " + planted);
  }

  /** Of one entry, whose gradient is {@code factor} times the right one. */
  private static Verdict verdict(
      Network network, INDArray x, INDArray y, String name, long place, double factor) {
    INDArray values = network.parameters().get(name);
    INDArray entry = Nd4j.createFromArray(values.getDouble(place));
    return GradientCheck.ofAllEntries()
        .check(
            () -> {
              values.putScalar(place, entry.getDouble(0));
              return network.loss(x, y);
            },
            () -> {
              values.putScalar(place, entry.getDouble(0));
              network.loss(x, y);
              network.backward();
              double gradient = factor * network.gradients().get(name).getDouble(place);
              double largest = network.gradientVector().amaxNumber().doubleValue();
              return List.of(new Variable("entry", entry, Nd4j.createFromArray(gradient), largest));
            })
        .of("entry")
        .verdict();
  }
}
