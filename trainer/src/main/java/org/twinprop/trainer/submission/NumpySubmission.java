package org.twinprop.trainer.submission;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.data.BadInput;
import org.twinprop.layers.Architecture;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.trainer.diagnosis.Submission;

/**
 * A submission in a {@code .npz} file: {@code x}, {@code y}, a parameter {@code W1} and its
 * gradient {@code dW1} for every parameter of the network, {@code maskK} for every dropout, and
 * {@code dx} and {@code loss} if the student has them.
 *
 * @param submission to be diagnosed
 * @param notes what a reader should know about the file, a sentence each
 */
public record NumpySubmission(Submission submission, List<String> notes) implements AutoCloseable {
  public NumpySubmission {
    notes = List.copyOf(notes);
  }

  /**
   * Reads a submission.
   *
   * @param file a {@code .npz} archive
   * @param architecture the network that it belongs to
   * @param partial whether gradients may be missing
   * @throws BadInput if the file cannot be read, or an array is missing, misshapen or not finite
   */
  public static NumpySubmission read(Path file, Architecture architecture, boolean partial) {
    try (GivenArrays given = GivenArrays.read(file)) {
      return new Reader(given, architecture, partial).read();
    }
  }

  /**
   * What the gradients should be: copies, by the names of {@link Submission#gradients}, which the
   * caller closes.
   */
  public Map<String, INDArray> handwritten() {
    Network network = submission.network();
    network.wantInputGradient(submission.gradients().containsKey(Submission.INPUT));
    network.loss(submission.x(), submission.y());
    network.backward();
    Map<String, INDArray> copies = new LinkedHashMap<>();
    for (String name : submission.gradients().keySet()) {
      boolean input = name.equals(Submission.INPUT);
      copies.put(name, (input ? network.inputGradient() : network.gradients().get(name)).dup('c'));
    }
    return copies;
  }

  @Override
  public void close() {
    submission.network().close();
    submission.gradients().values().forEach(NumpySubmission::release);
    release(submission.x());
    release(submission.y());
  }

  private static void release(INDArray array) {
    if (array.closeable()) {
      array.close();
    }
  }

  private static final class Reader {
    private final GivenArrays given;
    private final Architecture architecture;
    private final boolean partial;
    private final INDArray x;
    private final NumberedLayers layers;

    Reader(GivenArrays given, Architecture architecture, boolean partial) {
      this.given = given;
      this.architecture = architecture;
      this.partial = partial;
      x = batch(given);
      layers = refusing(() -> NumberedLayers.of(architecture.chain(), Shape.ofExamplesIn(x)));
    }

    private static INDArray batch(GivenArrays given) {
      INDArray x = given.any("x", "the batch");
      if (x.rank() < 2 || x.isEmpty()) {
        throw given.bad(
            "x has shape %s, but a batch needs [examples, ...], with at least one example"
                .formatted(GivenArrays.text(x.shape())));
      }
      return x;
    }

    NumpySubmission read() {
      Map<String, INDArray> parameters = new LinkedHashMap<>();
      layers.parameters().forEach((name, shape) -> parameters.put(name, parameter(name, shape)));
      Map<String, INDArray> gradients = gradients();
      INDArray y = given.any("y", "the targets");
      OptionalDouble loss = loss();
      Network network = network(parameters);
      try {
        Masks.fix(network, layers, given, x.size(0));
        INDArray targets = targets(network, y);
        tryOut(network, targets);
        Submission submission =
            new Submission(network, x, targets, gradients, loss, isSingle(gradients));
        List<String> notes = notes();
        gradients.values().forEach(NumpySubmission::release); // it has copies of its own
        return new NumpySubmission(submission, notes);
      } catch (RuntimeException e) {
        network.close();
        throw e;
      }
    }

    private INDArray parameter(String name, Shape shape) {
      return given.shaped(name, "a parameter of " + layers.owners().get(name), shape.sizes());
    }

    private Map<String, INDArray> gradients() {
      Map<String, INDArray> gradients = new LinkedHashMap<>();
      layers
          .parameters()
          .forEach(
              (name, shape) -> {
                if (!partial || given.has("d" + name)) {
                  gradients.put(name, gradient(name, shape.sizes()));
                }
              });
      if (given.has("dx")) {
        gradients.put(Submission.INPUT, gradient(Submission.INPUT, x.shape()));
      }
      if (gradients.isEmpty()) {
        throw given.bad("holds no gradient to be checked: save dW1, db1 and so on");
      }
      return gradients;
    }

    private INDArray gradient(String name, long[] shape) {
      given.requirePrecise("d" + name);
      return given.shaped("d" + name, "the gradient by " + name, shape);
    }

    private boolean isSingle(Map<String, INDArray> gradients) {
      return gradients.keySet().stream().anyMatch(name -> given.isSingle("d" + name));
    }

    private OptionalDouble loss() {
      if (!given.has("loss")) {
        return OptionalDouble.empty();
      }
      given.requirePrecise("loss");
      INDArray loss = given.any("loss", "the loss");
      if (loss.length() != 1) {
        throw given.bad(
            "loss has shape %s, but is one number: take the mean over the examples"
                .formatted(GivenArrays.text(loss.shape())));
      }
      return OptionalDouble.of(loss.getDouble(0));
    }

    private Network network(Map<String, INDArray> parameters) {
      Shape input = Shape.ofExamplesIn(x);
      Network network = refusing(() -> new Network(architecture, input, DataType.DOUBLE, 1));
      parameters.forEach((name, array) -> network.parameters().get(name).assign(array));
      return network;
    }

    private INDArray targets(Network network, INDArray y) {
      return Targeted.as(network, y, x.size(0), given);
    }

    /** Runs it once, so that targets that cannot be and numbers that overflow are found here. */
    private void tryOut(Network network, INDArray y) {
      double loss = refusing(() -> network.loss(x, y));
      if (!Double.isFinite(loss)) {
        throw given.bad(
            "the loss of this network is %s for these numbers%s"
                .formatted(loss, network.firstNonFiniteLayer().map(l -> ": see " + l).orElse("")));
      }
    }

    private List<String> notes() {
      List<String> notes = new ArrayList<>();
      if (!given.coarse().isEmpty()) {
        notes.add(
            "Saved as float16: %s. If you computed with more digits, save them: what is compared is"
                    .formatted(String.join(", ", given.coarse()))
                + " computed from these.");
      }
      if (!given.untouched().isEmpty()) {
        notes.add("Not used: " + String.join(", ", given.untouched()) + ".");
      }
      return notes;
    }

    private <T> T refusing(Supplier<T> work) {
      try {
        return work.get();
      } catch (IllegalArgumentException e) {
        throw new BadInput(given.bad(e.getMessage()).getMessage(), e);
      }
    }
  }
}
