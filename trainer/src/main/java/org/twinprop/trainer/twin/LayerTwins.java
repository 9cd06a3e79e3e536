package org.twinprop.trainer.twin;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.twinprop.layers.Layer;

/** The layers that DL4J has too. */
final class LayerTwins {
  private static final List<LayerTwin<?>> ALL =
      List.of(
          DenseTwin.TWIN,
          ConvolutionTwin.TWIN,
          MaxPoolingTwin.TWIN,
          FlattenTwin.TWIN,
          DropoutTwin.TWIN,
          ActivationTwins.RELU,
          ActivationTwins.SIGMOID,
          ActivationTwins.TANH,
          ActivationTwins.SOFTMAX);

  private static final Map<Class<?>, LayerTwin<?>> BY_CLASS =
      ALL.stream().collect(Collectors.toUnmodifiableMap(LayerTwin::layer, twin -> twin));

  private LayerTwins() {}

  /**
   * @param layer whose twin is wanted
   * @param text what messages call it
   * @throws NoTwinException if DL4J has no such layer
   */
  static LayerTwin<?> of(Layer layer, String text) throws NoTwinException {
    LayerTwin<?> twin = BY_CLASS.get(layer.getClass());
    if (twin == null) {
      throw new NoTwinException("DL4J has no twin of " + text);
    }
    return twin;
  }
}
