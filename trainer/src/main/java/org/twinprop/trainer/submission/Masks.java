package org.twinprop.trainer.submission;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.Network;
import org.twinprop.layers.regularization.Dropout;
import org.twinprop.trainer.submission.NumberedLayers.Numbered;

/** The dropout masks of a submission: drawn by the student, so to be handed in. */
final class Masks {
  private static final double ROUNDING = 1e-6;

  private Masks() {}

  /** Fixes the mask of every dropout layer of the network. */
  static void fix(Network network, NumberedLayers layers, GivenArrays given, long examples) {
    for (Numbered numbered : layers.layers()) {
      if (numbered.layer() instanceof Dropout dropout && dropout.rate() > 0) {
        network
            .cacheOfLayer(numbered.number())
            .mask(mask(numbered, dropout.rate(), given, examples));
      }
    }
  }

  private static INDArray mask(Numbered numbered, double rate, GivenArrays given, long examples) {
    String name = "mask" + numbered.number();
    String what = "the mask of dropout, layer %d of all layers".formatted(numbered.number());
    INDArray mask = given.shaped(name, what, numbered.input().ofBatch(examples));
    double kept = 1 / (1 - rate);
    double[] entries = mask.data().asDouble();
    for (int i = 0; i < entries.length; i++) {
      if (entries[i] != 0 && Math.abs(entries[i] - kept) > ROUNDING * kept) {
        throw given.bad(
            "%s holds %s at %s, but dropout(%s) keeps with 1/(1-rate) = %s and drops with 0"
                .formatted(
                    name, entries[i], GivenArrays.text(Shapes.index(i, mask.shape())), rate, kept));
      }
      entries[i] = entries[i] == 0 ? 0 : kept; // float32 rounds 1/(1-rate)
    }
    return mask.assign(Nd4j.create(entries, mask.shape(), 'c'));
  }
}
