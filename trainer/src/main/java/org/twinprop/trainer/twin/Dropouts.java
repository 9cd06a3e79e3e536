package org.twinprop.trainer.twin;

import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.twinprop.layers.Network;

/** What the dropout layers of a DL4J network drop. */
interface Dropouts {
  /** Each draws its own mask. Its argument in DL4J is the share that stays. */
  Dropouts ALONE = (rate, layer, name) -> new Dropout(1 - rate);

  /**
   * @param rate the share dropped
   * @param layer the layer's number among all of the hand-written network
   * @param name as messages call it
   */
  IDropout of(double rate, int layer, String name);

  /** Each drops what the layer of this network dropped last. */
  static Dropouts as(Network network) {
    return (rate, layer, name) ->
        new SharedMask(name, () -> network.cacheOfLayer(layer).kept("mask"));
  }
}
