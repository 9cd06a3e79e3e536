package org.twinprop.trainer.twin;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.twinprop.layers.pooling.AveragePooling;
import org.twinprop.layers.pooling.GlobalAveragePooling;
import org.twinprop.layers.primitives.Window;

/** Average pooling: DL4J's mean is over the entries inside the image too, never over padding. */
final class AveragePoolingTwin {
  static final LayerTwin<AveragePooling> WINDOWS =
      new LayerTwin<>(AveragePooling.class, AveragePoolingTwin::write);

  static final LayerTwin<GlobalAveragePooling> GLOBAL =
      new LayerTwin<>(
          GlobalAveragePooling.class,
          (pooling, place) -> place.layer(new GlobalPoolingLayer(PoolingType.AVG)));

  private AveragePoolingTwin() {}

  private static void write(AveragePooling pooling, Place place) {
    Window window = pooling.window();
    SubsamplingLayer layer =
        new SubsamplingLayer.Builder(PoolingType.AVG)
            .kernelSize(ConvolutionTwin.both(window.kernel()))
            .stride(ConvolutionTwin.both(window.stride()))
            .padding(ConvolutionTwin.both(window.pad()))
            .convolutionMode(ConvolutionMode.Truncate)
            .build();
    place.layer(layer);
  }
}
