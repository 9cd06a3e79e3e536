package org.twinprop.layers;

import java.util.Arrays;
import java.util.List;
import org.twinprop.layers.loss.Loss;

/**
 * What a network is before it has numbers: its layers, what it is trained for, and the text of
 * both.
 *
 * @param chain the layers
 * @param objective loss and regularisation
 * @param text as a person writes it
 */
public record Architecture(Chain chain, Objective objective, String text) {
  /** From Java, for layers that have no name in the catalogue. */
  public static Architecture of(Loss loss, Layer... layers) {
    List<String> texts = Arrays.stream(layers).map(Object::toString).toList();
    Chain chain = new Chain(List.of(layers), texts);
    return new Architecture(
        chain, new Objective(loss, 0, 0), String.join(" ", texts) + " | " + loss);
  }
}
