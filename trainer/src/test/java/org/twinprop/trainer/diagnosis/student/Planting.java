package org.twinprop.trainer.diagnosis.student;

import java.util.List;
import java.util.SplittableRandom;
import org.twinprop.trainer.diagnosis.student.Networks.Kind;

/** Where in a network a mistake of each code can be made, and how. */
final class Planting {
  private static final Kind[] ALL = Kind.values();

  private final SplittableRandom random;

  Planting(SplittableRandom random) {
    this.random = random;
  }

  /** The kinds of networks in which such a mistake can be made. */
  static Kind[] kinds(String code) {
    return switch (code) {
      case "kernel-flipped", "padding-off", "stride-ignored", "dilation-ignored", "pool-routing" ->
          new Kind[] {Kind.CONVOLUTIONAL};
      case "batchnorm-no-mean-path", "batchnorm-no-variance-path" ->
          new Kind[] {Kind.NORMALISED, Kind.NORMALISED_IMAGES};
      case "layernorm-no-mean-path", "layernorm-no-variance-path" ->
          new Kind[] {Kind.LAYER_NORMALISED};
      case "gamma-missing" ->
          new Kind[] {Kind.NORMALISED, Kind.NORMALISED_IMAGES, Kind.LAYER_NORMALISED};
      case "repeats-not-summed" -> new Kind[] {Kind.WORDS};
      case "skip-path-missing" -> new Kind[] {Kind.RESIDUAL};
      case "dropout-mask-missing", "dropout-scale-missing" -> new Kind[] {Kind.DROPPED};
      case "time-steps-not-summed", "last-step-only" -> new Kind[] {Kind.RNN, Kind.LSTM};
      case "gate-order", "cell-path-missing" -> new Kind[] {Kind.LSTM};
      case "transposed", "wrong-layer-input" -> new Kind[] {Kind.SQUARE};
      case "softmax-diagonal-only" ->
          new Kind[] {Kind.SOFTMAX_INSIDE, Kind.DENSE, Kind.CONVOLUTIONAL, Kind.RNN};
      case "activation-derivative-missing", "activation-derivative-at-output" ->
          new Kind[] {
            Kind.DENSE, Kind.CONVOLUTIONAL, Kind.NORMALISED, Kind.DROPPED, Kind.LAYER_NORMALISED
          };
      case "relu-mask-from-gradient" ->
          new Kind[] {Kind.DENSE, Kind.CONVOLUTIONAL, Kind.NORMALISED};
      case "updated-weights" -> new Kind[] {Kind.DENSE, Kind.SQUARE, Kind.RNN, Kind.DROPPED};
      default -> ALL;
    };
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private String either(String one, String other) {
    return random.nextBoolean() ? one : other;
  }

  private double amount(double... of) {
    return of[random.nextInt(of.length)];
  }

  /**
   * Plants a mistake of this code somewhere.
   *
   * @return whether there is a place for it
   */
  boolean plant(String code, StudentNetwork network, int examples) {
    return switch (code) {
      case "batch-mean-missing", "batch-mean-twice", "sign", "factor" ->
          scaled(code, network, examples);
      case "transposed" -> transposed(network);
      case "activation-derivative-missing" ->
          in(network.all(StudentActivation.class), Plant.of(code));
      case "activation-derivative-at-output" -> atOutput(network);
      case "relu-mask-from-gradient" -> fromGradient(network);
      case "output-derivative-extra" -> outputDerivative(network);
      case "softmax-diagonal-only" -> diagonal(network);
      case "bias-not-summed", "bias-averaged" -> bias(code, network);
      case "l2-missing", "l2-on-bias", "l2-factor" ->
          network.l2() > 0 && store(network, Plant.of(code, "", amount(2, 0.5, 1.0 / examples)));
      case "l1-factor" -> network.l1() > 0 && store(network, Plant.of(code, "", amount(2, 0.5, 3)));
      case "l1-missing" -> network.l1() > 0 && store(network, Plant.of(code));
      case "updated-weights" ->
          in(laterDense(network), Plant.of(code, "", amount(0.01, 0.1, 0.5, 1)));
      case "wrong-layer-input" -> !laterDense(network).isEmpty() && network.layers.size() > 3;
      case "kernel-flipped" -> convolution(code, network, network.all(StudentConvolution.class));
      case "dilation-ignored" ->
          convolution(
              code,
              network,
              network.all(StudentConvolution.class).stream()
                  .filter(StudentConvolution::dilated)
                  .toList());
      case "padding-off" ->
          convolution(
              code,
              network,
              network.all(StudentConvolution.class).stream()
                  .filter(StudentConvolution::padded)
                  .toList());
      case "stride-ignored" ->
          convolution(
              code,
              network,
              network.all(StudentConvolution.class).stream()
                  .filter(StudentConvolution::strided)
                  .toList());
      case "pool-routing" -> pooling(network);
      case "dropout-mask-missing", "dropout-scale-missing" ->
          in(network.all(StudentDropout.class), Plant.of(code));
      case "batchnorm-no-mean-path", "batchnorm-no-variance-path" ->
          in(network.all(StudentBatchNorm.class), Plant.of(code));
      case "time-steps-not-summed" -> in(network.all(StudentRecurrence.class), Plant.of(code));
      case "last-step-only" ->
          in(
              network.all(StudentRecurrence.class),
              Plant.of(code, either("last share alone", "nothing back in time")));
      case "layernorm-no-mean-path", "layernorm-no-variance-path" ->
          in(network.all(StudentLayerNorm.class), Plant.of(code));
      case "gamma-missing" -> in(normalisations(network), Plant.of(code));
      case "repeats-not-summed" ->
          in(network.all(StudentEmbedding.class), Plant.of(code, either("first", "")));
      case "skip-path-missing" ->
          in(network.all(StudentResidual.class), Plant.of(code, either("around", "through")));
      case "cell-path-missing" -> in(network.all(StudentLstm.class), Plant.of(code));
      case "another-loss" -> loss(network, Plant.of(code));
      case "output-activation-missing" ->
          !network.loss.name().equals("mse") && loss(network, Plant.of(code));
      case "gate-order" ->
          in(
              network.all(StudentLstm.class),
              Plant.of(code, either("input forget output cell", "forget input cell output")));
      case "single-entries" -> store(network, Plant.of(code, "", amount(0.1, -0.3, 2)));
      case "loss-not-mean" -> loss(network, Plant.of(code));
      case "target-encoding" ->
          network.loss.name().equals("softmax-xent")
              && loss(network, Plant.of(code, either("shifted", "class numbers")));
      default -> throw new IllegalArgumentException(code);
    };
  }

  private boolean in(List<? extends StudentLayer> layers, Plant plant) {
    if (layers.isEmpty()) {
      return false;
    }
    one(layers).plant(plant);
    return true;
  }

  private boolean store(StudentNetwork network, Plant plant) {
    List<StudentLayer> layers =
        network.withParameters().stream()
            .filter(layer -> !normalisations(network).contains(layer))
            .toList();
    if (plant.code().startsWith("l") && random.nextBoolean()) {
      layers.forEach(layer -> network.plantWhereStored(layer, plant)); // everywhere
    } else {
      network.plantWhereStored(one(layers), plant);
    }
    return true;
  }

  private static List<StudentLayer> normalisations(StudentNetwork network) {
    return network.withParameters().stream()
        .filter(layer -> layer instanceof StudentBatchNorm || layer instanceof StudentLayerNorm)
        .toList();
  }

  private boolean pooling(StudentNetwork network) {
    StudentPooling layer = one(network.all(StudentPooling.class));
    String other = layer.isMaximum() ? "spread evenly" : "whole to every entry";
    layer.plant(Plant.of("pool-routing", either("first position", other)));
    return true;
  }

  private boolean loss(StudentNetwork network, Plant plant) {
    network.loss.plant(plant);
    return true;
  }

  private boolean scaled(String code, StudentNetwork network, int examples) {
    double[] constants = {0.5, 3, 10, -2, 0.1};
    double constant = amount(constants);
    if (constant * examples == 1 || constant == examples) {
      return false; // that would be another code
    }
    if (random.nextBoolean()) {
      return loss(network, Plant.of(code, "", constant));
    }
    StudentLayer layer = one(network.withParameters());
    String weight = layer.parameters.keySet().iterator().next();
    network.plantWhereStored(layer, Plant.of(code, either("", weight), constant));
    return true;
  }

  private boolean transposed(StudentNetwork network) {
    List<StudentDense> square =
        network.all(StudentDense.class).stream().filter(StudentDense::square).toList();
    return in(square, Plant.of("transposed", either("dW", "backprop")));
  }

  private boolean atOutput(StudentNetwork network) {
    List<StudentActivation> curved =
        network.all(StudentActivation.class).stream().filter(StudentActivation::curved).toList();
    if (curved.isEmpty()) {
      return false;
    }
    StudentActivation layer = one(curved);
    String variant = layer.writtenWithOutput() ? either("of the input", "") : "";
    layer.plant(Plant.of("activation-derivative-at-output", variant));
    return true;
  }

  private boolean fromGradient(StudentNetwork network) {
    List<StudentActivation> relus =
        network.all(StudentActivation.class).stream()
            .filter(layer -> layer.text().equals("relu"))
            .toList();
    return in(relus, Plant.of("relu-mask-from-gradient"));
  }

  private boolean outputDerivative(StudentNetwork network) {
    return switch (network.loss.name()) {
      case "softmax-xent" ->
          loss(network, Plant.of("output-derivative-extra", either("Jacobian", "")));
      case "sigmoid-xent" -> loss(network, Plant.of("output-derivative-extra"));
      default -> false;
    };
  }

  private boolean diagonal(StudentNetwork network) {
    Plant plant = Plant.of("softmax-diagonal-only");
    if (in(network.all(StudentSoftmax.class), plant)) {
      return true;
    }
    return network.loss.name().equals("softmax-xent") && loss(network, plant);
  }

  private boolean bias(String code, StudentNetwork network) {
    List<StudentLayer> layers =
        network.withParameters().stream()
            .filter(l -> l instanceof StudentDense || l instanceof StudentConvolution)
            .toList();
    return in(layers, Plant.of(code, either("last row", "")));
  }

  private boolean convolution(
      String code, StudentNetwork network, List<StudentConvolution> layers) {
    if (layers.isEmpty()) {
      return false;
    }
    StudentConvolution layer = one(layers);
    boolean first = network.layers.get(0) == layer;
    String inside = code.equals("padding-off") ? either("dW", "dW, border skipped") : "dW";
    layer.plant(Plant.of(code, first ? inside : either(inside, "backprop")));
    return true;
  }

  private static List<StudentDense> laterDense(StudentNetwork network) {
    List<StudentDense> dense = network.all(StudentDense.class);
    return dense.isEmpty() || network.layers.get(0) != dense.get(0)
        ? dense
        : dense.subList(1, dense.size());
  }

  /** Mixes up inputs: needs a first pass, so that there are some. */
  static boolean mixInputs(StudentNetwork network, SplittableRandom random) {
    List<StudentDense> later =
        laterDense(network).stream()
            .filter(d -> d.inputs() == network.all(StudentDense.class).get(0).inputs())
            .toList();
    StudentDense layer = later.get(random.nextInt(later.size()));
    int at = network.layers.indexOf(layer);
    Values other =
        random.nextBoolean()
            ? ((StudentActivation) network.layers.get(at - 1)).input()
            : network.all(StudentDense.class).get(0).input();
    layer.plant(new Plant("wrong-layer-input", "", 0, other));
    return true;
  }
}
