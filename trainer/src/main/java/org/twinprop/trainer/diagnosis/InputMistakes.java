package org.twinprop.trainer.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A weight's gradient built from another activation than the one the layer got. */
final class InputMistakes {
  private InputMistakes() {}

  /**
   * @param step whose weight it is
   * @param tape where other activations are found
   * @param gradient the weight's gradient if the layer had got this input
   */
  static List<LocalMistake> of(Step step, Tape tape, Function<INDArray, INDArray> gradient) {
    List<LocalMistake> mistakes = new ArrayList<>();
    List<INDArray> tried = new ArrayList<>(List.of(step.x()));
    for (Step other : tape.steps()) {
      add(mistakes, tried, step, other.x(), "the input of " + other.where(), gradient);
      add(mistakes, tried, step, other.y(), "the output of " + other.where(), gradient);
    }
    return mistakes;
  }

  private static void add(
      List<LocalMistake> mistakes,
      List<INDArray> tried,
      Step step,
      INDArray activation,
      String text,
      Function<INDArray, INDArray> gradient) {
    boolean fits = Arrays.equals(activation.shape(), step.x().shape());
    if (fits && tried.stream().noneMatch(activation::equals)) {
      tried.add(activation);
      mistakes.add(
          new LocalMistake(
              Code.WRONG_LAYER_INPUT,
              "{tensors} was built from " + text + ", not from the input of " + step.where(),
              gradient.apply(activation)));
    }
  }
}
