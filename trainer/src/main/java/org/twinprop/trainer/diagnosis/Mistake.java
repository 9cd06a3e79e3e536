package org.twinprop.trainer.diagnosis;

import java.util.List;
import java.util.function.Function;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A mistake at one place of the backward pass that changes the gradient handed down from there.
 *
 * @param codes of it; more than one where several were made at once
 * @param reach what it changes in its own layer
 * @param cause in one sentence
 * @param backward what the student computed there instead, given dy
 */
record Mistake(List<Code> codes, Reach reach, String cause, Function<INDArray, Passed> backward) {
  /** What a mistake changes. */
  enum Reach {
    /** Only the gradient by the layer's input. */
    INPUT,
    /** The gradients by the layer's parameters, and what follows from them. */
    LAYER,
    /** As INPUT, but a valid choice at a kink and no mistake. */
    KINK,
    /** As INPUT, with an unknown constant that it is linear in; this is the mistake for 1. */
    FAMILY
  }

  static Mistake input(Code code, String cause, Function<INDArray, INDArray> dx) {
    return new Mistake(List.of(code), Reach.INPUT, cause, dy -> Passed.down(dx.apply(dy)));
  }

  static Mistake layer(Code code, String cause, Function<INDArray, Passed> backward) {
    return new Mistake(List.of(code), Reach.LAYER, cause, backward);
  }

  static Mistake kink(String cause, Function<INDArray, INDArray> dx) {
    return new Mistake(List.of(), Reach.KINK, cause, dy -> Passed.down(dx.apply(dy)));
  }

  boolean isKink() {
    return reach == Reach.KINK;
  }
}
