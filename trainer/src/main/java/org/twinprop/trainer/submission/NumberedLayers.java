package org.twinprop.trainer.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twinprop.layers.Chain;
import org.twinprop.layers.Layer;
import org.twinprop.layers.Parameter;
import org.twinprop.layers.Shape;

/**
 * The layers of a network as arrays name them, before any memory is taken: all layers counted from
 * 1, as in {@code mask3}, and those with parameters counted from 1, as in {@code W2}.
 *
 * @param layers all of them, in order; layers inside a layer follow it
 * @param parameters shapes of the trained ones by full name
 * @param owners the layer that each belongs to, as in {@code layer 3, dense(2)}
 */
public record NumberedLayers(
    List<Numbered> layers, Map<String, Shape> parameters, Map<String, String> owners) {
  /**
   * @param number from 1
   * @param layer itself
   * @param input the shape of one example that it gets
   */
  public record Numbered(int number, Layer layer, Shape input) {}

  /**
   * @param chain the whole network
   * @param input the shape of one example
   * @throws IllegalArgumentException if a layer cannot take what the one before it gives
   */
  public static NumberedLayers of(Chain chain, Shape input) {
    chain.output(input); // names the layer that does not fit
    Collector collector = new Collector();
    collector.collect(chain, input);
    return new NumberedLayers(
        List.copyOf(collector.layers), collector.parameters, collector.owners);
  }

  private static final class Collector {
    private final List<Numbered> layers = new ArrayList<>();
    private final Map<String, Shape> parameters = new LinkedHashMap<>();
    private final Map<String, String> owners = new LinkedHashMap<>();
    private int withParameters;

    void collect(Layer layer, Shape input) {
      List<Parameter> own = layer.parameters(input);
      withParameters += own.isEmpty() ? 0 : 1;
      for (Parameter parameter : own) {
        if (parameter.trained()) {
          parameters.put(parameter.name() + withParameters, parameter.shape());
          owners.put(
              parameter.name() + withParameters, "layer %d, %s".formatted(layers.size(), layer));
        }
      }
      Shape shape = input;
      for (Layer child : layer.children()) {
        if (!(child instanceof Chain)) { // a chain inside a layer is its body, without a number
          layers.add(new Numbered(layers.size() + 1, child, shape));
        }
        collect(child, shape);
        shape = child.output(shape);
      }
    }
  }
}
