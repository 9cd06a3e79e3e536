package org.twinprop.trainer.twin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.Network;
import org.twinprop.layers.Parameter;

/** The parameters and running statistics of DL4J's graph under our names and in our shapes. */
final class TwinParameters {
  private final ComputationGraph graph;
  private final List<ParameterLink> links;
  private final Map<String, Parameter> descriptions;

  /**
   * @param graph whose arrays they are
   * @param links which is which
   * @param descriptions of ours, by name
   */
  TwinParameters(
      ComputationGraph graph, List<ParameterLink> links, Map<String, Parameter> descriptions) {
    this.graph = graph;
    this.links = links;
    this.descriptions = descriptions;
  }

  void copyFrom(Network network) {
    for (ParameterLink link : links) {
      link.layout().toTheirs(ours(network, link), theirs(link));
    }
  }

  void copyInto(Network network) {
    for (ParameterLink link : links) {
      link.layout().toOurs(theirs(link), ours(network, link));
    }
  }

  /**
   * @param trained whether the trained parameters, or the running statistics
   * @return copies by name
   */
  Map<String, INDArray> copies(boolean trained) {
    Map<String, INDArray> copies = new LinkedHashMap<>();
    for (ParameterLink link : links) {
      if (descriptions.get(link.name()).trained() == trained) {
        INDArray copy = empty(link);
        link.layout().toOurs(theirs(link), copy);
        copies.put(link.name(), copy);
      }
    }
    return copies;
  }

  /** An array for what belongs to this parameter, shaped as ours. */
  INDArray empty(ParameterLink link) {
    long[] shape = descriptions.get(link.name()).shape().sizes();
    return Nd4j.create(theirs(link).dataType(), shape, 'c');
  }

  /** All numbers in DL4J's order; null, as DL4J takes it, if there are none. */
  INDArray vector() {
    return graph.numParams() == 0 ? null : graph.params();
  }

  List<ParameterLink> trained() {
    return links.stream().filter(link -> descriptions.get(link.name()).trained()).toList();
  }

  INDArray theirs(ParameterLink link) {
    return graph.getVertex(link.vertex()).getLayer().getParam(link.key());
  }

  private static INDArray ours(Network network, ParameterLink link) {
    INDArray parameter = network.parameters().get(link.name());
    return parameter == null ? network.states().get(link.name()) : parameter;
  }
}
