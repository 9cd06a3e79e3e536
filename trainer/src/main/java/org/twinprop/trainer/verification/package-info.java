/** The proof that goes with a run: gradients against differences and against DL4J. */
package org.twinprop.trainer.verification;
