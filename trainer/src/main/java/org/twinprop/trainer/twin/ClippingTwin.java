package org.twinprop.trainer.twin;

import java.util.Optional;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.twinprop.layers.Network;
import org.twinprop.layers.updater.Clipped;
import org.twinprop.layers.updater.GradientClipping;
import org.twinprop.layers.updater.Updater;

/**
 * Gradient clipping as DL4J has it: by value or by norm, of each layer by itself, before it adds L1
 * and L2, and of running statistics too. Where none of that makes a difference its steps are ours;
 * elsewhere it clips at the same limits, and the difference is said in words.
 */
final class ClippingTwin {
  private ClippingTwin() {}

  /** What clips the gradients that an updater sees. */
  static GradientClipping of(Updater updater) {
    return updater instanceof Clipped clipped ? clipped.clipping() : GradientClipping.NONE;
  }

  /** The updater that sees the clipped gradients. */
  static Updater within(Updater updater) {
    return updater instanceof Clipped clipped ? clipped.updater() : updater;
  }

  /** Sets the clipping of all layers that follow; by norm where both are wanted. */
  static void write(GradientClipping clipping, NeuralNetConfiguration.Builder network) {
    if (byNorm(clipping)) {
      network
          .gradientNormalization(GradientNormalization.ClipL2PerLayer)
          .gradientNormalizationThreshold(clipping.norm());
    } else if (byValue(clipping)) {
      network
          .gradientNormalization(GradientNormalization.ClipElementWiseAbsoluteValue)
          .gradientNormalizationThreshold(clipping.value());
    }
  }

  /**
   * Why DL4J's clipped gradients are not ours; empty if they are.
   *
   * @param trainedLayers how many of its layers are trained
   */
  static Optional<String> difference(
      GradientClipping clipping, Network network, long trainedLayers) {
    if (!byValue(clipping) && !byNorm(clipping)) {
      return Optional.empty();
    }
    if (byValue(clipping) && byNorm(clipping)) {
      return differs("DL4J clips by value or by norm, not by both: its twin clips by norm alone");
    }
    if (byNorm(clipping) && trainedLayers > 1) {
      return differs(
          "DL4J clips the gradient of each layer by its own norm, not the whole gradient by the norm"
              + " over all layers");
    }
    if (network.architecture().objective().penalises()) {
      return differs("DL4J clips gradients before it adds L1 and L2 to them, not after it");
    }
    return network.states().isEmpty()
        ? Optional.empty()
        : differs("DL4J clips the steps of running statistics too, as if they were gradients");
  }

  private static Optional<String> differs(String how) {
    return Optional.of(how + ", so that the parameters of the two drift apart");
  }

  private static boolean byValue(GradientClipping clipping) {
    return clipping.value() < Double.POSITIVE_INFINITY;
  }

  private static boolean byNorm(GradientClipping clipping) {
    return clipping.norm() < Double.POSITIVE_INFINITY;
  }
}
