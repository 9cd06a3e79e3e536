package org.twinprop.trainer.diagnosis;

import java.util.List;

/**
 * What an explanation says of one tensor.
 *
 * @param predicted what the student would have; null where it explains nothing
 * @param locals the mistakes in this tensor alone
 * @param segment how many parameter layers the backward pass had been through before
 */
record Outcome(double[] predicted, List<Local> locals, int segment) {
  boolean explained() {
    return predicted != null;
  }
}
