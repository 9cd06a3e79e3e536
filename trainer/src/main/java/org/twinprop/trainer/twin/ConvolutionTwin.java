package org.twinprop.trainer.twin;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.twinprop.layers.convolution.Convolution;
import org.twinprop.layers.primitives.Window;
import org.twinprop.layers.primitives.Window.Pair;

/**
 * Convolutions: DL4J's kernels are [out, in, kh, kw] and not flipped, as ours; its mode {@code
 * Truncate} rounds the output size down, as ours.
 */
final class ConvolutionTwin {
  static final LayerTwin<Convolution> TWIN =
      new LayerTwin<>(Convolution.class, ConvolutionTwin::write);

  private ConvolutionTwin() {}

  private static void write(Convolution convolution, Place place) {
    Window window = convolution.window();
    ConvolutionLayer layer =
        new ConvolutionLayer.Builder(both(window.kernel()), both(window.stride()))
            .padding(both(window.pad()))
            .dilation(both(window.dilation()))
            .convolutionMode(ConvolutionMode.Truncate)
            .nIn(place.input().size(0))
            .nOut(convolution.outputs())
            .hasBias(convolution.bias())
            .build();
    place.weighted(layer);
    place.link("W", ConvolutionParamInitializer.WEIGHT_KEY, ParameterLayout.SAME);
    if (convolution.bias()) {
      place.link("b", ConvolutionParamInitializer.BIAS_KEY, ParameterLayout.SAME);
    }
  }

  /** As DL4J writes it: vertical, then horizontal. */
  static int[] both(Pair pair) {
    return new int[] {pair.vertical(), pair.horizontal()};
  }
}
