package org.twinprop.trainer.diagnosis;

import java.util.List;

/**
 * A mistake found on the way down, which all gradients further down have in them.
 *
 * @param codes of it; none for another choice at a kink
 * @param constant that belongs to it; NaN for none
 * @param layer the number of the layer where it was made; 0 for the loss
 * @param where that layer in words
 * @param cause in one sentence
 * @param segment how many parameter layers the backward pass had been through before
 */
record Made(List<Code> codes, double constant, int layer, String where, String cause, int segment) {
  boolean isKink() {
    return codes.isEmpty();
  }
}
