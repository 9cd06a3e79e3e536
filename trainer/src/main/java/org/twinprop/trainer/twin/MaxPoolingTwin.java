package org.twinprop.trainer.twin;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.twinprop.layers.pooling.MaxPooling;
import org.twinprop.layers.primitives.Window;

/** Max pooling: padding never wins in DL4J, as in ours. */
final class MaxPoolingTwin {
  static final LayerTwin<MaxPooling> TWIN =
      new LayerTwin<>(MaxPooling.class, MaxPoolingTwin::write);

  private MaxPoolingTwin() {}

  private static void write(MaxPooling pooling, Place place) {
    Window window = pooling.window();
    SubsamplingLayer layer =
        new SubsamplingLayer.Builder(PoolingType.MAX)
            .kernelSize(ConvolutionTwin.both(window.kernel()))
            .stride(ConvolutionTwin.both(window.stride()))
            .padding(ConvolutionTwin.both(window.pad()))
            .convolutionMode(ConvolutionMode.Truncate)
            .build();
    place.layer(layer);
  }
}
