package org.twinprop.trainer.twin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.regularization.Regularization;

/**
 * DL4J's gradients, made comparable: of the mean loss, with L1 and L2, by the input too.
 *
 * <p>DL4J sums over the examples; dividing by their number, and the regularisation, belong to its
 * updater. Here both are done as that does them, by DL4J's own regularisation, on its own arrays.
 */
final class TwinGradients {
  private final ComputationGraph graph;
  private final TwinParameters parameters;
  private final Map<String, INDArray> byName = new LinkedHashMap<>();
  private INDArray byInput;

  /**
   * @param graphs where to get a graph to look into
   * @param dropouts what it drops
   * @param parameters of the graph that is trained: this one works on the same memory
   */
  TwinGradients(Graphs graphs, Dropouts dropouts, TwinParameters parameters)
      throws NoTwinException {
    graph = new ComputationGraph(graphs.toLookInto(graphs.plan(dropouts)));
    graph.init(parameters.vector(), false);
    this.parameters = parameters;
  }

  /**
   * Runs DL4J forward and backward in training mode, without a step.
   *
   * @param mask how much each row counts
   * @return the loss, L1 and L2 included
   */
  double compute(INDArray x, INDArray y, LabelMask mask) {
    double loss = pass(x, y, mask.ofLoss());
    if (mask.timesInGradient() != mask.timesInLoss()) {
      pass(x, y, mask.ofGradient());
    }
    parameters.trained().forEach(link -> collect(link, x.size(0)));
    return loss;
  }

  private double pass(INDArray x, INDArray y, INDArray labelMask) {
    graph.setInputs(x);
    graph.setLabels(y);
    graph.setListeners(new InputGradient(x.size(0)));
    try {
      if (labelMask != null) {
        graph.setLayerMaskArrays(null, new INDArray[] {labelMask});
      }
      graph.computeGradientAndScore();
      return graph.score();
    } finally {
      graph.clearLayerMaskArrays();
    }
  }

  /** The graph, of the trained one's parameters, that works without workspaces. */
  ComputationGraph graph() {
    return graph;
  }

  Map<String, INDArray> byName() {
    return byName;
  }

  INDArray byInput() {
    return byInput;
  }

  /** Gives back what is its own; the parameters are not. */
  void close() {
    if (graph.getGradientsViewArray() != null) {
      graph.getGradientsViewArray().close();
    }
    byName.values().forEach(INDArray::close);
  }

  private void collect(ParameterLink link, long examples) {
    INDArray theirs = graph.gradient().getGradientFor(link.vertex() + "_" + link.key());
    theirs.divi(examples);
    regularisations(link).stream()
        .filter(r -> r.applyStep() == Regularization.ApplyStep.BEFORE_UPDATER)
        .forEach(r -> r.apply(parameters.theirs(link), theirs, 1, 0, 0));
    INDArray ours = byName.computeIfAbsent(link.name(), name -> parameters.empty(link));
    link.layout().toOurs(theirs, ours);
  }

  private List<Regularization> regularisations(ParameterLink link) {
    Layer layer = graph.getVertex(link.vertex()).getLayer();
    List<Regularization> all = layer.getConfig().getRegularizationByParam(link.key());
    return all == null ? List.of() : all;
  }

  /** Takes the gradient by the input, which DL4J computes and then forgets. */
  private final class InputGradient extends BaseTrainingListener {
    private final long examples;

    private InputGradient(long examples) {
      this.examples = examples;
    }

    @Override
    public void onBackwardPass(Model model) {
      INDArray theirs = graph.getVertex(Plan.INPUT).getEpsilon();
      byInput = theirs == null ? null : theirs.dup('c').divi(examples); // none by word numbers
    }
  }
}
