package org.twinprop.trainer.diagnosis;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A mistake that makes one parameter's gradient wrong and nothing else.
 *
 * @param code of it
 * @param cause in one sentence, {@code {tensors}} in place of the gradients' names
 * @param gradient what the student would have, without the price of weights
 */
record LocalMistake(Code code, String cause, INDArray gradient) {}
