package org.twinprop.trainer.diagnosis;

import java.util.Locale;

/** The known mistakes. Their texts are stable: other programs read them. */
public enum Code {
  /** The gradient of the sum over the batch where that of the mean was wanted. */
  BATCH_MEAN_MISSING("divide once by the number of examples, where the loss is differentiated"),
  /** Divided by the number of examples once too often. */
  BATCH_MEAN_TWICE("divide by the number of examples once only, where the loss is differentiated"),
  /** The negative of the gradient. */
  SIGN("turn the sign round: the derivative by the output is prediction - target"),
  /** Another constant. */
  FACTOR("look for the constant in the derivative, or in the loss it belongs to"),
  /** A matrix transposed where it must not be, or not where it must. */
  TRANSPOSED("write the shapes under the product: dW = x^T dy and dx = dy W^T"),
  /** The gradient passed through an activation unchanged. */
  ACTIVATION_DERIVATIVE_MISSING(
      "multiply the gradient by the derivative, which is 0 where the function is flat"),
  /** The derivative was evaluated at the output in place of the input, or the reverse. */
  ACTIVATION_DERIVATIVE_AT_OUTPUT(
      "evaluate the derivative where its formula needs it: f'(x) at the input, y(1-y) at the"
          + " output"),
  /** The derivative of an activation was applied twice. */
  ACTIVATION_DERIVATIVE_TWICE("multiply by the derivative of the activation once only"),
  /** The derivative of the output's activation on top of p - y, which has it in it. */
  OUTPUT_DERIVATIVE_EXTRA("take p - y alone: it is the derivative by the logits already"),
  /** Only the diagonal of softmax's Jacobian. */
  SOFTMAX_DIAGONAL_ONLY("add the other entries of the Jacobian: dp_i/dz_j = -p_i p_j for i != j"),
  /** The derivative of another loss. */
  ANOTHER_LOSS("differentiate the loss that the network is trained for"),
  /** Scores in place of probabilities. */
  OUTPUT_ACTIVATION_MISSING("turn the logits into probabilities before subtracting the targets"),
  /** Class numbers read as one-hot, or classes shifted by one, or 0/1 for -1/1. */
  TARGET_ENCODING(
      "encode the targets as the loss needs them: classes from 0, those of hinge as -1 and 1"),
  /** The loss is a sum where it must be a mean. */
  LOSS_NOT_MEAN("divide the loss by the number of examples"),
  /** The gradient of a bias from one row only. */
  BIAS_NOT_SUMMED("sum the gradient over all rows: examples, places, steps"),
  /** The mean over rows where the sum was wanted. */
  BIAS_AVERAGED("sum over the rows: the division by the batch has happened in the loss already"),
  /** The price of squared weights is not in the gradient. */
  L2_MISSING("add l2 W to the gradient of every weight"),
  /** Biases were priced too. */
  L2_ON_BIAS("leave biases, gamma and beta out of the regularisation"),
  /** Another l2 than the network's. */
  L2_FACTOR("the loss has l2/2 sum W^2, so the gradient gains exactly l2 W"),
  /** The price of absolute weights is not in the gradient. */
  L1_MISSING("add l1 sign(W) to the gradient of every weight"),
  /** Another l1 than the network's. */
  L1_FACTOR("the loss has l1 sum |W|, so the gradient gains exactly l1 sign(W)"),
  /** Backpropagated through weights that were already updated. */
  UPDATED_WEIGHTS("compute all gradients first, then update all parameters"),
  /** A weight's gradient built from another layer's activation. */
  WRONG_LAYER_INPUT("use the activation that the layer got as its input in the forward pass"),
  /** A kernel turned by 180 degrees where it must not be, or not where it must. */
  KERNEL_FLIPPED("the forward pass does not flip the kernel: check where the backward pass does"),
  /** Padding forgotten, or by one too much or too little. */
  PADDING_OFF("pad the input as in the forward pass, and cut the padding off the gradient"),
  /** Windows moved by one where the stride is larger. */
  STRIDE_IGNORED("move the window by the stride, as in the forward pass"),
  /** The kernel's places side by side where they are apart. */
  DILATION_IGNORED("spread the kernel by the dilation, as in the forward pass"),
  /** Gradient sent to entries that did not make the pooled value. */
  POOL_ROUTING("send each window's gradient to where its maximum was, and only there"),
  /** Dropped entries got gradient. */
  DROPOUT_MASK_MISSING("multiply the gradient by the same mask as in the forward pass"),
  /** The mask was applied as zeros and ones. */
  DROPOUT_SCALE_MISSING("multiply by the mask with its scale 1/(1-rate)"),
  /** The batch's mean taken as a constant. */
  BATCHNORM_NO_MEAN_PATH("differentiate through the batch's mean too"),
  /** The batch's variance taken as a constant. */
  BATCHNORM_NO_VARIANCE_PATH("differentiate through the batch's variance too"),
  /** A row's mean taken as a constant. */
  LAYERNORM_NO_MEAN_PATH("differentiate through the row's mean too"),
  /** A row's variance taken as a constant. */
  LAYERNORM_NO_VARIANCE_PATH("differentiate through the row's variance too"),
  /** The scale of a normalisation left out on the way back. */
  GAMMA_MISSING("multiply the gradient by gamma on its way through the normalisation"),
  /** Units switched off by the sign of the gradient in place of that of the input. */
  RELU_MASK_FROM_GRADIENT("take the mask from relu's input: dx = dy * (x > 0)"),
  /** Parameters got the gradient of a single step. */
  TIME_STEPS_NOT_SUMMED("add up (+=) the gradients of all steps"),
  /** The last step alone was counted, or nothing went back through time. */
  LAST_STEP_ONLY(
      "hand the state's gradient on to the step before, and add up what each step gives"),
  /** The gradient of the cell did not go back through time. */
  CELL_PATH_MISSING("hand dc f on to the step before"),
  /** Blocks of an LSTM's gates swapped. */
  GATE_ORDER("keep the columns in the order input, forget, cell, output"),
  /** A word that stands several times got the gradient of one place. */
  REPEATS_NOT_SUMMED("add for every place: np.add.at(dW, x, dy), since dW[x] += dy adds once"),
  /** The way around a residual block left out. */
  SKIP_PATH_MISSING("add both ways of a residual connection: dx = dy + the way through the block"),
  /** A few entries are wrong, the others right. */
  SINGLE_ENTRIES("look at how these entries are computed, or whether they were edited");

  private final String fix;

  Code(String fix) {
    this.fix = fix;
  }

  /** As it is written: {@code batch-mean-missing}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What to do, in one sentence. */
  public String fix() {
    return fix;
  }
}
