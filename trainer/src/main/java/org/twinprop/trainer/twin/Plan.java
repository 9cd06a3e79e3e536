package org.twinprop.trainer.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.twinprop.layers.Architecture;
import org.twinprop.layers.Chain;
import org.twinprop.layers.Shape;

/**
 * DL4J's graph for one of our architectures, as it grows layer by layer, and which of its
 * parameters is which of ours.
 *
 * <p>An activation right after a layer with weights becomes a part of that layer, as a user of DL4J
 * would write it: that saves DL4J copies, so its speed is not understated.
 */
final class Plan {
  static final String INPUT = "x";

  private final Dropouts dropouts;
  private final List<Consumer<GraphBuilder>> vertices = new ArrayList<>();
  private final List<ParameterLink> links = new ArrayList<>();
  private String last = INPUT;
  private BaseLayer withoutActivation;
  private int layers;
  private int layersWithParameters;

  private Plan(Dropouts dropouts) {
    this.dropouts = dropouts;
  }

  /**
   * @param architecture what is to be twinned, but for its loss
   * @param input the shape of one example
   * @param dropouts what its dropout layers drop
   * @throws NoTwinException if a layer has no twin
   */
  static Plan of(Architecture architecture, Shape input, Dropouts dropouts) throws NoTwinException {
    Plan plan = new Plan(dropouts);
    plan.chain(architecture.chain(), input);
    return plan;
  }

  /** Adds layers one after the other. They are counted as the network counts them. */
  void chain(Chain chain, Shape input) throws NoTwinException {
    Shape shape = input;
    for (int i = 0; i < chain.layers().size(); i++) {
      layer(chain.layers().get(i), chain.texts().get(i), shape);
      shape = chain.layers().get(i).output(shape);
    }
  }

  private void layer(org.twinprop.layers.Layer layer, String text, Shape input)
      throws NoTwinException {
    int number = ++layers;
    boolean hasParameters = !layer.parameters(input).isEmpty();
    String suffix = hasParameters ? String.valueOf(++layersWithParameters) : "";
    String name = "layer " + number + ", " + text;
    Place place = new Place(this, number, name, suffix, input);
    try {
      LayerTwins.of(layer, text).write(layer, place);
    } catch (NoTwinException e) {
      throw e.in(name);
    }
  }

  void add(String name, Layer layer) {
    String input = last;
    vertices.add(graph -> graph.addLayer(name, layer, input));
    last = name;
    withoutActivation = null;
  }

  void add(String name, GraphVertex vertex) {
    String input = last;
    vertices.add(graph -> graph.addVertex(name, vertex, input));
    last = name;
    withoutActivation = null;
  }

  /**
   * Adds layers and, to what comes out of them, what went in.
   *
   * @param name of the sum
   */
  void addResidual(String name, Chain body, Shape input) throws NoTwinException {
    String start = last;
    // DL4J's activations write into their input in use, but here it is still needed
    add(name + ", copy", new ScaleVertex(1));
    chain(body, input);
    String end = last;
    ElementWiseVertex sum = new ElementWiseVertex(ElementWiseVertex.Op.Add);
    vertices.add(graph -> graph.addVertex(name, sum, start, end));
    last = name;
    withoutActivation = null;
  }

  void addWeighted(String name, BaseLayer layer) {
    layer.setActivationFn(new ActivationIdentity());
    add(name, layer);
    withoutActivation = layer;
  }

  void activate(String name, IActivation f) {
    if (withoutActivation == null) {
      add(name, new ActivationLayer(f));
    } else {
      withoutActivation.setActivationFn(f);
      withoutActivation = null;
    }
  }

  IDropout dropout(double rate, int layer, String name) {
    return dropouts.of(rate, layer, name);
  }

  void link(ParameterLink link) {
    links.add(link);
  }

  /** The vertex that was added last: the network's output, once all layers are. */
  String last() {
    return last;
  }

  List<ParameterLink> links() {
    return links;
  }

  /** Puts all that was planned into DL4J's graph. */
  void writeTo(GraphBuilder graph) {
    graph.addInputs(INPUT);
    vertices.forEach(vertex -> vertex.accept(graph));
  }
}
