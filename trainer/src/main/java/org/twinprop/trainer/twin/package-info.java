/**
 * The twin: the same network in Deeplearning4j, with the same parameters, trained on the same
 * batches, and compared number by number. DL4J's types stay inside this package.
 *
 * <p>A layer that DL4J also has gets its twin by one new class, a {@code LayerTwin}, and one line
 * in {@code LayerTwins}; losses and updaters likewise.
 */
package org.twinprop.trainer.twin;
