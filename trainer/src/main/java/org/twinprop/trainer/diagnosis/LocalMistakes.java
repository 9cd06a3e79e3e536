package org.twinprop.trainer.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.convolution.Convolution;
import org.twinprop.layers.dense.Dense;
import org.twinprop.layers.embedding.Embedding;
import org.twinprop.layers.normalization.BatchNorm;
import org.twinprop.layers.normalization.LayerNorm;
import org.twinprop.layers.primitives.Layout;
import org.twinprop.layers.recurrent.Lstm;
import org.twinprop.layers.recurrent.Rnn;

/**
 * All mistakes that make one parameter's gradient wrong, the gradient by the output being right.
 */
final class LocalMistakes {
  private LocalMistakes() {}

  /**
   * @param name of the parameter within its layer
   * @param dy the gradient by the layer's output
   * @param gradient the right one by the parameter, given dy
   * @param student what the student has
   */
  static List<LocalMistake> of(
      Step step, Tape tape, String name, INDArray dy, INDArray gradient, double[] student) {
    List<LocalMistake> mistakes = new ArrayList<>();
    if (gradient.rank() == 2) {
      transposed(gradient, mistakes);
    }
    if (step.layer() instanceof Dense) {
      dense(step, tape, name, dy, student, mistakes);
    } else if (step.layer() instanceof Convolution convolution) {
      convolution(step, convolution, tape, name, dy, gradient, student, mistakes);
    } else if (step.layer() instanceof Rnn) {
      recurrent(step, tape, name, RnnMistakes.das(step, dy), student, mistakes);
    } else if (step.layer() instanceof Lstm) {
      recurrent(step, tape, name, LstmMistakes.das(step, dy), student, mistakes);
    } else if (step.layer() instanceof Embedding) {
      mistakes.addAll(EmbeddingMistakes.of(step, dy));
    } else if (step.layer() instanceof BatchNorm || step.layer() instanceof LayerNorm) {
      normalization(step, name, dy, student, mistakes);
    }
    return mistakes;
  }

  private static void transposed(INDArray gradient, List<LocalMistake> mistakes) {
    if (gradient.size(0) > 1 && gradient.size(1) > 1) {
      INDArray turned = gradient.transpose().dup('c');
      boolean square = gradient.size(0) == gradient.size(1);
      mistakes.add(
          new LocalMistake(
              Code.TRANSPOSED,
              square
                  ? "{tensors} is transposed"
                  : "{tensors} is transposed, and was reshaped to the shape of its parameter",
              turned.reshape('c', gradient.shape())));
    }
  }

  private static void dense(
      Step step,
      Tape tape,
      String name,
      INDArray dy,
      double[] student,
      List<LocalMistake> mistakes) {
    if (name.equals("b")) {
      INDArray d = RowMistakes.byPlace(dy);
      mistakes.addAll(RowMistakes.of(d, student, RowMistakes.places(dy)));
      return;
    }
    INDArray rows = Layout.rows(dy);
    mistakes.addAll(
        InputMistakes.of(step, tape, x -> Layout.rows(x).transpose().mmul(rows).dup('c')));
    for (int t = 0; dy.rank() == 3 && t < Sequences.steps(dy); t++) {
      mistakes.add(
          new LocalMistake(
              Code.TIME_STEPS_NOT_SUMMED,
              "{tensors} has the share of step %d alone: the steps are not summed".formatted(t + 1),
              Sequences.step(step.x(), t).transpose().mmul(Sequences.step(dy, t)).dup('c')));
    }
  }

  private static void convolution(
      Step step,
      Convolution layer,
      Tape tape,
      String name,
      INDArray dy,
      INDArray gradient,
      double[] student,
      List<LocalMistake> mistakes) {
    if (name.equals("b")) {
      mistakes.addAll(RowMistakes.of(RowMistakes.byPlace(dy), student, RowMistakes.places(dy)));
      return;
    }
    mistakes.addAll(ConvolutionMistakes.ofKernel(step, layer, dy, gradient));
    ConvolutionLoops loops = ConvolutionMistakes.loops(step, layer.window());
    mistakes.addAll(InputMistakes.of(step, tape, x -> loops.kernelGradient(x, dy)));
  }

  private static void recurrent(
      Step step,
      Tape tape,
      String name,
      List<INDArray> das,
      double[] student,
      List<LocalMistake> mistakes) {
    mistakes.addAll(RecurrentSums.ofSingleSteps(step, name, das));
    INDArray all = Sequences.of(das);
    if (name.equals("b")) {
      mistakes.addAll(RowMistakes.of(all, student, "step"));
    }
    if (name.equals("Wx")) {
      mistakes.addAll(
          InputMistakes.of(
              step, tape, x -> Layout.rows(x).transpose().mmul(Layout.rows(all)).dup('c')));
    }
  }

  private static void normalization(
      Step step, String name, INDArray dy, double[] student, List<LocalMistake> mistakes) {
    INDArray places = RowMistakes.byPlace(dy);
    if (name.equals("beta")) {
      mistakes.addAll(RowMistakes.of(places, student, RowMistakes.places(dy)));
      return;
    }
    INDArray x = RowMistakes.byPlace(step.x());
    INDArray y = RowMistakes.byPlace(step.y()).dup();
    mistakes.add(
        new LocalMistake(
            Code.WRONG_LAYER_INPUT,
            "{tensors} was built from the input of " + step.where() + ", not normalised",
            places.mul(x).sum(0, 1)));
    mistakes.add(
        new LocalMistake(
            Code.WRONG_LAYER_INPUT,
            "{tensors} was built from the output of " + step.where() + ", not the normalised input",
            places.mul(y).sum(0, 1)));
    INDArray n = y.subi(broadcast(step.parameter("beta"), y));
    n.divi(broadcast(step.parameter("gamma"), y));
    mistakes.addAll(RowMistakes.of(places.mul(n), student, RowMistakes.places(dy)));
  }

  private static INDArray broadcast(INDArray vector, INDArray like) {
    return vector.reshape(1, 1, vector.length()).broadcast(like.shape());
  }
}
