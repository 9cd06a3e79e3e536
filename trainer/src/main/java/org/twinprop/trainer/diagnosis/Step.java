package org.twinprop.trainer.diagnosis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Cache;
import org.twinprop.layers.Layer;
import org.twinprop.layers.Parameter;
import org.twinprop.layers.Shape;

/**
 * One layer on the tape of the forward pass, with what went in and what came out.
 *
 * @param layer the layer
 * @param cache its numbers
 * @param where as messages call it: {@code layer 2, tanh}
 * @param suffix the number in its parameters' full names; empty if it has none
 * @param x what went in, a copy
 * @param y what came out, a copy
 * @param bend what another choice at this layer's kinks adds to dx, given dy; null for our own
 */
record Step(
    Layer layer,
    Cache cache,
    String where,
    String suffix,
    INDArray x,
    INDArray y,
    UnaryOperator<INDArray> bend) {
  /** The same layer with another choice at its kinks. */
  Step bent(UnaryOperator<INDArray> other) {
    return new Step(layer, cache, where, suffix, x, y, other);
  }

  /** The layer's number among all, counted from 1. */
  int number() {
    return cache.number();
  }

  INDArray parameter(String name) {
    return cache.parameter(name);
  }

  /** The trained parameters' names within the layer by their full names. */
  Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    for (Parameter parameter : layer.parameters(Shape.ofExamplesIn(x))) {
      if (parameter.trained()) {
        names.put(parameter.name() + suffix, parameter.name());
      }
    }
    return names;
  }

  /** The layer's own backward pass; the forward pass first, since some write over its traces. */
  Passed backward(INDArray dy) {
    Passed passed = at(x, dy);
    return bend == null ? passed : new Passed(passed.dx().addi(bend.apply(dy)), passed.gradients());
  }

  /** The same as if another input had gone in. */
  Passed at(INDArray input, INDArray dy) {
    layer.forward(input, cache);
    INDArray dx = layer.backward(dy, cache);
    Map<String, INDArray> gradients = new LinkedHashMap<>();
    names().values().forEach(name -> gradients.put(name, Entries.copy(cache.gradient(name))));
    return new Passed(dx == null ? null : Entries.copy(dx), gradients);
  }

  /** What it would give for another input. */
  INDArray forward(INDArray input) {
    return Entries.copy(layer.forward(input, cache));
  }
}
