package org.twinprop.trainer.verification;

/** A check that is made before training and after each epoch. */
@FunctionalInterface
public interface Verification {
  /**
   * @param epoch after which it is made; 0 is before training
   */
  VerificationReport check(int epoch);
}
