package org.twinprop.trainer.twin;

import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.activations.IActivation;
import org.twinprop.layers.Chain;
import org.twinprop.layers.Shape;

/**
 * The place of one layer in DL4J's graph as it is planned: what is added here takes the output of
 * what was added before.
 *
 * @param plan the graph so far
 * @param number of the layer among all, counted from 1
 * @param name as messages call the layer: {@code layer 3, conv(20,5)}
 * @param suffix the number in the names of its parameters; meaningless if it has none
 * @param input the shape of one example's input
 */
record Place(Plan plan, int number, String name, String suffix, Shape input) {
  /** Adds a layer that does the whole work. */
  void layer(Layer layer) {
    plan.add(name, layer);
  }

  /** Adds a layer with weights, into which DL4J takes an activation that follows. */
  void weighted(BaseLayer layer) {
    plan.addWeighted(name, layer);
  }

  /** Adds the function f, as part of the layer before where DL4J would have it there. */
  void activation(IActivation f) {
    plan.activate(name, f);
  }

  /** Adds what is no layer in DL4J. */
  void vertex(GraphVertex vertex) {
    plan.add(name, vertex);
  }

  /** Adds one of several vertices that make up this layer. */
  void vertex(String part, GraphVertex vertex) {
    plan.add(name + ", " + part, vertex);
  }

  /** What a dropout layer at this place drops. */
  IDropout dropout(double rate) {
    return plan.dropout(rate, number, name);
  }

  /** Adds layers and, to what comes out of them, what went in. */
  void plusInput(Chain body) throws NoTwinException {
    plan.addResidual(name, body, input);
  }

  /**
   * Says that a parameter of ours is one of the layer that was added last.
   *
   * @param ours {@code W}
   * @param key DL4J's name of it
   */
  void link(String ours, String key, ParameterLayout layout) {
    plan.link(new ParameterLink(ours + suffix, name, plan.last(), key, layout));
  }
}
