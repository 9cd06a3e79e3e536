package org.twinprop.trainer.twin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.WorkspaceMode;
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

  TwinGradients(ComputationGraph graph, TwinParameters parameters) {
    this.graph = graph;
    this.parameters = parameters;
  }

  /**
   * Runs DL4J forward and backward in training mode, without a step.
   *
   * @return the loss, L1 and L2 included
   */
  double compute(INDArray x, INDArray y) {
    graph.setInputs(x);
    graph.setLabels(y);
    // DL4J computes the gradient by the input, and forgets it at the end of the backward pass; in
    // a workspace its memory would by then be someone else's
    workspaces(WorkspaceMode.NONE);
    graph.setListeners(new InputGradient(x.size(0)));
    try {
      graph.computeGradientAndScore();
    } finally {
      graph.setListeners();
      workspaces(WorkspaceMode.ENABLED);
    }
    parameters.trained().forEach(link -> collect(link, x.size(0)));
    return graph.score();
  }

  Map<String, INDArray> byName() {
    return byName;
  }

  INDArray byInput() {
    return byInput;
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

  private void workspaces(WorkspaceMode mode) {
    graph.getConfiguration().setTrainingWorkspaceMode(mode);
    graph.getConfiguration().setInferenceWorkspaceMode(mode);
  }

  /** Takes the gradient by the input while DL4J still has it. */
  private final class InputGradient extends BaseTrainingListener {
    private final long examples;

    private InputGradient(long examples) {
      this.examples = examples;
    }

    @Override
    public void onBackwardPass(Model model) {
      byInput = graph.getVertex(Plan.INPUT).getEpsilon().dup('c').divi(examples);
    }
  }
}
