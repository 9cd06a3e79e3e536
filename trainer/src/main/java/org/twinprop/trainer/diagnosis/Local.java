package org.twinprop.trainer.diagnosis;

import java.util.List;

/**
 * A mistake found in one tensor alone.
 *
 * @param code of it
 * @param constant that belongs to it; NaN for none
 * @param cause with {@code {tensors}} in place of the gradients' names
 * @param entries for the code that names single ones
 * @param cost when it stands alone
 */
record Local(Code code, double constant, String cause, List<List<Long>> entries, double cost) {
  static Local of(Code code, String cause) {
    return new Local(code, Double.NaN, cause, List.of(), Cost.MISTAKE);
  }

  static Local of(Code code, double constant, String cause, double cost) {
    return new Local(code, constant, cause, List.of(), cost);
  }

  /** Whether this is the same mistake made in another tensor. */
  boolean repeats(Local other) {
    boolean sameConstant =
        Double.isNaN(constant)
            || code == Code.L2_MISSING
            || Math.abs(constant - other.constant) <= 1e-4 * Math.abs(constant);
    return code == other.code && sameConstant;
  }
}
