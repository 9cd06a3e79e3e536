package org.twinprop.trainer.twin;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.twinprop.layers.Layer;

/** The layers that DL4J has too, or of which it is known what it has instead. */
final class LayerTwins {
  private static final List<LayerTwin<?>> WITHOUT_ACTIVATIONS =
      List.of(
          DenseTwin.TWIN,
          ConvolutionTwin.TWIN,
          MaxPoolingTwin.TWIN,
          AveragePoolingTwin.WINDOWS,
          AveragePoolingTwin.GLOBAL,
          FlattenTwin.TWIN,
          BatchNormTwin.TWIN,
          LayerNormTwin.NONE,
          DropoutTwin.TWIN,
          EmbeddingTwin.TWIN,
          RecurrentTwins.RNN,
          RecurrentTwins.LSTM,
          RecurrentTwins.LAST_STEP,
          ResidualTwin.TWIN);

  private static final Map<Class<?>, LayerTwin<?>> BY_CLASS =
      Stream.concat(WITHOUT_ACTIVATIONS.stream(), ActivationTwins.ALL.stream())
          .collect(Collectors.toUnmodifiableMap(LayerTwin::layer, twin -> twin));

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
