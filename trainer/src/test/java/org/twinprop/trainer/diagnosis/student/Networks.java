package org.twinprop.trainer.diagnosis.student;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Networks of several kinds, their sizes and losses drawn at random. */
final class Networks {
  private static final String[] ACTIVATIONS = {
    "tanh", "sigmoid", "relu", "leakyrelu", "elu", "softplus", "swish", "softsign"
  };
  private static final String[] LOSSES = {"softmax-xent", "sigmoid-xent", "mse"};

  private final SplittableRandom random;

  Networks(SplittableRandom random) {
    this.random = random;
  }

  /** The kinds that can be drawn. */
  enum Kind {
    DENSE,
    SQUARE,
    CONVOLUTIONAL,
    NORMALISED,
    NORMALISED_IMAGES,
    DROPPED,
    SOFTMAX_INSIDE,
    RNN,
    LSTM,
    LAYER_NORMALISED,
    WORDS,
    RESIDUAL
  }

  private int from(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  String activation() {
    return ACTIVATIONS[random.nextInt(ACTIVATIONS.length)];
  }

  private StudentNetwork empty() {
    double l2 = random.nextInt(3) == 0 ? 0 : from(1, 20) / 100.0;
    double l1 = random.nextInt(3) == 0 ? from(1, 10) / 100.0 : 0;
    return new StudentNetwork(LOSSES[random.nextInt(LOSSES.length)], l1, l2);
  }

  StudentNetwork draw(Kind kind) {
    return switch (kind) {
      case DENSE -> dense(from(1, 3), 0);
      case SQUARE -> dense(from(1, 3), from(3, 6));
      case CONVOLUTIONAL -> convolutional();
      case NORMALISED -> normalised();
      case NORMALISED_IMAGES -> normalisedImages();
      case DROPPED -> dropped();
      case SOFTMAX_INSIDE -> softmaxInside();
      case RNN -> recurrent(false);
      case LSTM -> recurrent(true);
      case LAYER_NORMALISED -> layerNormalised();
      case WORDS -> words();
      case RESIDUAL -> residual();
    };
  }

  /** Inputs for a network. */
  Values input(Kind kind, int examples, StudentNetwork network) {
    return switch (kind) {
      case CONVOLUTIONAL, NORMALISED_IMAGES -> Values.normal(random, 1, examples, 2, 7, 7);
      case RNN, LSTM -> Values.normal(random, 1, examples, from(3, 5), 3);
      case WORDS -> wordNumbers(examples, (StudentEmbedding) network.layers.get(0));
      default -> {
        int in = ((StudentDense) network.layers.get(0)).inputs();
        yield Values.normal(random, 1, examples, in);
      }
    };
  }

  private Values wordNumbers(int examples, StudentEmbedding embedding) {
    Values words = Values.zeros(examples, from(3, 5));
    Arrays.setAll(words.entries(), i -> random.nextInt(embedding.vocabulary()));
    return words;
  }

  private StudentNetwork dense(int hidden, int width) {
    StudentNetwork network = empty();
    int in = width > 0 ? width : from(3, 7);
    for (int i = 0; i < hidden; i++) {
      int out = width > 0 ? width : from(3, 8);
      network.add(new StudentDense(in, out, random)).add(new StudentActivation(activation()));
      in = out;
    }
    return network.add(new StudentDense(in, from(2, 5), random));
  }

  private StudentNetwork convolutional() {
    StudentNetwork network = empty();
    int out = from(2, 4);
    int stride = from(1, 2);
    int pad = from(0, 1);
    int dilation = from(1, 2);
    network.add(new StudentConvolution(2, out, 3, stride, pad, dilation, random));
    network.add(new StudentActivation(activation()));
    int size = (7 + 2 * pad - 2 * dilation - 1) / stride + 1;
    if (random.nextBoolean()) {
      int second = from(2, 4);
      network.add(new StudentConvolution(out, second, 2, 1, 1, 1, random));
      network.add(new StudentActivation(activation()));
      size++;
      out = second;
    }
    network.add(new StudentPooling(random.nextInt(4) != 0, 2)).add(new StudentFlatten());
    int features = out * (size / 2) * (size / 2);
    return network.add(new StudentDense(features, from(2, 4), random));
  }

  private StudentNetwork normalised() {
    StudentNetwork network = empty();
    int in = from(3, 5);
    int width = from(3, 5);
    network.add(new StudentDense(in, width, random));
    network.add(new StudentBatchNorm(width, random)).add(new StudentActivation(activation()));
    return network.add(new StudentDense(width, from(2, 4), random));
  }

  private StudentNetwork normalisedImages() {
    StudentNetwork network = empty();
    network.add(new StudentConvolution(2, 3, 3, 1, 0, 1, random));
    network.add(new StudentBatchNorm(3, random)).add(new StudentActivation(activation()));
    network.add(new StudentPooling(true, 2)).add(new StudentFlatten());
    return network.add(new StudentDense(12, from(2, 4), random));
  }

  private StudentNetwork layerNormalised() {
    StudentNetwork network = empty();
    int in = from(3, 5);
    int width = from(4, 6);
    network.add(new StudentDense(in, width, random));
    network.add(new StudentLayerNorm(width, random)).add(new StudentActivation(activation()));
    return network.add(new StudentDense(width, from(2, 4), random));
  }

  private StudentNetwork words() {
    StudentNetwork network = empty();
    int width = from(2, 4);
    int state = from(2, 4);
    network.add(new StudentEmbedding(from(3, 6), width, random));
    network.add(new StudentRnn(width, state, random)).add(new StudentLastStep());
    return network.add(new StudentDense(state, from(2, 4), random));
  }

  private StudentNetwork residual() {
    StudentNetwork network = empty();
    int in = from(3, 5);
    int width = from(3, 5);
    network.add(new StudentDense(in, width, random));
    network.add(
        new StudentResidual(
            new StudentDense(width, width, random), new StudentActivation(activation())));
    return network.add(new StudentDense(width, from(2, 4), random));
  }

  private StudentNetwork dropped() {
    StudentNetwork network = empty();
    int in = from(3, 5);
    int width = from(5, 9);
    network.add(new StudentDense(in, width, random)).add(new StudentActivation(activation()));
    network.add(new StudentDropout(random.nextBoolean() ? 0.5 : 0.25, random));
    return network.add(new StudentDense(width, from(2, 4), random));
  }

  private StudentNetwork softmaxInside() {
    StudentNetwork network = empty();
    int in = from(3, 5);
    int width = from(3, 6);
    network.add(new StudentDense(in, width, random)).add(new StudentSoftmax());
    return network.add(new StudentDense(width, from(2, 4), random));
  }

  private StudentNetwork recurrent(boolean gated) {
    StudentNetwork network = empty();
    int width = from(3, 5);
    network.add(gated ? new StudentLstm(3, width, random) : new StudentRnn(3, width, random));
    network.add(new StudentLastStep());
    return network.add(new StudentDense(width, from(2, 4), random));
  }
}
