package org.twinprop.trainer.diagnosis;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Layer;
import org.twinprop.layers.activation.Activation;
import org.twinprop.layers.activation.Identity;
import org.twinprop.layers.activation.Softmax;
import org.twinprop.layers.convolution.Convolution;
import org.twinprop.layers.dense.Dense;
import org.twinprop.layers.normalization.BatchNorm;
import org.twinprop.layers.normalization.LayerNorm;
import org.twinprop.layers.pooling.AveragePooling;
import org.twinprop.layers.pooling.MaxPooling;
import org.twinprop.layers.recurrent.Lstm;
import org.twinprop.layers.recurrent.Rnn;
import org.twinprop.layers.regularization.Dropout;

/** The known mistakes of every place on the tape that change the gradient handed down. */
final class Mistakes {
  private final Updates updates;
  private final Step last;

  /**
   * @param updates of parameters that the student may have made too early
   */
  Mistakes(Tape tape, Updates updates) {
    this.updates = updates;
    List<Step> steps = tape.steps();
    last = steps.get(steps.size() - 1);
  }

  /**
   * @param at where the backward pass stands before it goes through the place
   */
  List<Mistake> of(Tape.Place place, Position at) {
    if (place instanceof Tape.Part part) {
      String where = "on the way back through " + part.where();
      INDArray around = at.skipped();
      return List.of(
          Mistake.input(
              Code.SKIP_PATH_MISSING, where + " the gradient around it is missing", dy -> dy),
          Mistake.input(
              Code.SKIP_PATH_MISSING, where + " the gradient through it is missing", dy -> around));
    }
    return place instanceof Tape.At layer ? of(layer.step()) : List.of();
  }

  private List<Mistake> of(Step step) {
    Layer layer = step.layer();
    if (layer instanceof Dense) {
      return DenseMistakes.of(step, updates);
    }
    if (layer instanceof Convolution convolution) {
      return ConvolutionMistakes.of(step, convolution, updates);
    }
    if (layer instanceof MaxPooling pooling) {
      return PoolingMistakes.of(step, pooling);
    }
    if (layer instanceof AveragePooling pooling) {
      return PoolingMistakes.of(step, pooling);
    }
    if (layer instanceof BatchNorm norm) {
      return NormalizationMistakes.of(step, norm);
    }
    if (layer instanceof LayerNorm norm) {
      return NormalizationMistakes.of(step, norm);
    }
    return ofOthers(step, layer);
  }

  private List<Mistake> ofOthers(Step step, Layer layer) {
    if (layer instanceof Rnn) {
      return RnnMistakes.of(step, updates);
    }
    if (layer instanceof Lstm) {
      return LstmMistakes.of(step, updates);
    }
    if (layer instanceof Dropout dropout && dropout.rate() > 0) {
      return DropoutMistakes.of(step, dropout);
    }
    if (layer instanceof Softmax) {
      return SoftmaxMistakes.of(step, step.number() == last.number());
    }
    return layer instanceof Activation && !(layer instanceof Identity)
        ? ActivationMistakes.of(step, step.number() == last.number())
        : List.of();
  }
}
