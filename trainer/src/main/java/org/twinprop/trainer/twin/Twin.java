package org.twinprop.trainer.twin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.CrashReportingUtil;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.FixedSchedule;
import org.nd4j.linalg.schedule.ISchedule;
import org.twinprop.layers.Architecture;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.updater.GradientClipping;
import org.twinprop.layers.updater.Updater;

/**
 * The same network in DL4J: same function, same parameters, same numbers.
 *
 * <p>What comes out of it has the names, shapes and scale of the hand-written network's: gradients
 * are of the mean loss with L1 and L2, {@code W1} is the first W. Dropout drops what the
 * hand-written network dropped in its last forward pass, so that one sees each batch first.
 *
 * <p>Where a maximum is reached twice (max pooling of what relu made 0), both networks pass the
 * gradient to the first of the equal entries, row by row; relu's derivative at 0 is 0 in both.
 */
public final class Twin implements AutoCloseable {
  static {
    // DL4J would write a file into the working directory where memory runs out
    CrashReportingUtil.crashDumpsEnabled(false);
  }

  private final Graphs graphs;
  private final Updater updater;
  private final GradientClipping clipping;
  private final Optional<String> clippingDifference;
  private final CurrentLearningRate learningRate;
  private final Plan plan;
  private final Ending ending;
  private final ComputationGraph graph;
  private final TwinParameters parameters;
  private final TwinGradients gradients;
  private INDArray z;

  private Twin(Network network, Updater updater, double learningRate) throws NoTwinException {
    this.updater = ClippingTwin.within(updater);
    clipping = ClippingTwin.of(updater);
    this.learningRate = new CurrentLearningRate(learningRate);
    graphs = new Graphs(network.architecture(), network.input(), network.type());
    plan = graphs.plan(Dropouts.as(network));
    ending = graphs.ending();
    graph = new ComputationGraph(graphs.toTrain(plan, theirUpdater(this.learningRate), clipping));
    graph.init();
    followLearningRate();
    parameters = new TwinParameters(graph, plan.links(), network.descriptions());
    parameters.copyFrom(network);
    gradients = new TwinGradients(graphs, Dropouts.as(network), parameters);
    clippingDifference =
        ClippingTwin.difference(
            clipping,
            network,
            parameters.trained().stream().map(ParameterLink::vertex).distinct().count());
  }

  /**
   * The twin of a network, with its parameters and type.
   *
   * @param network its dropout masks are shared, so it must stay open
   * @param updater how {@link #step} changes the parameters
   * @param learningRate of the first step
   * @throws IllegalArgumentException with the reason, if {@link #whyNot} gives one
   */
  public static Twin of(Network network, Updater updater, double learningRate) {
    try {
      return new Twin(network, updater, learningRate);
    } catch (NoTwinException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /**
   * Why a network can have no twin: DL4J has no such layer or loss, or computes another function
   * under its name. Empty if it can have one.
   *
   * @param input the shape of one example
   */
  public static Optional<String> whyNot(Architecture architecture, Shape input) {
    try {
      Graphs graphs = new Graphs(architecture, input, DataType.DOUBLE);
      graphs.toLookInto(graphs.plan(Dropouts.ALONE));
      return Optional.empty();
    } catch (NoTwinException e) {
      return Optional.of(e.getMessage());
    }
  }

  /**
   * Why parameters of the two cannot stay equal from step to step although their gradients are:
   * DL4J has no such updater, or has its formula otherwise. Empty if they stay equal.
   */
  public static Optional<String> whyStepsDiffer(Updater updater) {
    return UpdaterTwins.of(updater).differenceOf(updater);
  }

  /**
   * Why a twin cannot be trained at all: DL4J has nothing near to the updater. Its gradients can
   * still be compared. Empty if it can be trained.
   */
  public static Optional<String> whyNotTrained(Updater updater) {
    return UpdaterTwins.has(ClippingTwin.within(updater))
        ? Optional.empty()
        : whyStepsDiffer(ClippingTwin.within(updater));
  }

  /**
   * Why DL4J cannot weigh examples in training as the network does: it multiplies this loss by its
   * label mask more than once. Empty if it can.
   */
  public static Optional<String> whyNotWeighted(Network network) {
    return LabelMask.whyNotWeighted(network.loss(), network.output());
  }

  /** The same for this network: its updater, and how gradients are clipped. */
  public Optional<String> whyStepsDiffer() {
    return whyStepsDiffer(updater).or(() -> clippingDifference);
  }

  /** Takes over the network's parameters and running statistics. */
  public void copyFrom(Network network) {
    parameters.copyFrom(network);
  }

  /** Hands its parameters and running statistics to the network. */
  public void copyInto(Network network) {
    parameters.copyInto(network);
  }

  /**
   * The output before the loss, for a loss on logits the logits.
   *
   * @param x [examples, input shape...]
   * @param training as in training (the hand-written network has dropped for this batch) or in use
   * @return [examples, output shape...], a new array
   */
  public INDArray forward(INDArray x, boolean training) {
    return outputs(x, training)[0];
  }

  /**
   * What DL4J predicts in use: probabilities for a loss on logits.
   *
   * @param x [examples, input shape...]
   * @return [examples, output shape...], a new array
   */
  public INDArray predict(INDArray x) {
    INDArray[] outputs = outputs(x, false);
    z = outputs[0];
    return ending.toOurs(outputs[1]);
  }

  /**
   * The mean loss of the last {@link #predict}, by DL4J's loss, without the price of the weights.
   *
   * @param y the targets, shaped as the output
   */
  public double dataLoss(INDArray y) {
    try (INDArray targets = own(y)) {
      return ending.loss(z, targets);
    }
  }

  /**
   * The loss on a batch in training, the price of the weights included; and with it, all gradients.
   * Nothing is trained.
   */
  public double loss(INDArray x, INDArray y) {
    return loss(x, y, null, null);
  }

  /**
   * The same, where examples count differently, or steps do not count. DL4J gets both as one label
   * mask.
   *
   * @param exampleWeights [examples], each at least 0; null where all are 1
   * @param mask [examples, steps], 1 where a step counts, else 0; null where all do
   * @throws IllegalArgumentException if a shape does not fit, or DL4J's loss takes no mask for a
   *     single row or a single class
   */
  public double loss(INDArray x, INDArray y, INDArray exampleWeights, INDArray mask) {
    LabelMask labelMask = labelMask(x.size(0), exampleWeights, mask);
    try (INDArray examples = ownInput(x);
        INDArray targets = own(y)) {
      return gradients.compute(examples, ending.toTheirs(targets), labelMask);
    }
  }

  /** What DL4J is handed for weights of examples and a mask of steps. */
  LabelMask labelMask(long examples, INDArray exampleWeights, INDArray mask) {
    if (exampleWeights == null && mask == null) {
      return LabelMask.NONE;
    }
    Architecture ours = graphs.architecture();
    Shape output = ours.chain().output(graphs.input());
    return LabelMask.of(
        ours.objective().loss(), output, examples, exampleWeights, mask, graphs.type());
  }

  /** The gradients of the last {@link #loss}, under the names and in the shapes of ours. */
  public Map<String, INDArray> gradients() {
    return Collections.unmodifiableMap(gradients.byName());
  }

  /**
   * The gradient of the last {@link #loss} by the input: [examples, input shape...]; null if the
   * input is word numbers.
   */
  public INDArray inputGradient() {
    return gradients.byInput();
  }

  /**
   * One step of training by DL4J.
   *
   * @return the loss of the batch before the step, the price of the weights included
   * @throws IllegalStateException if DL4J has nothing like the updater
   */
  public double step(INDArray x, INDArray y) {
    return step(x, y, null);
  }

  /**
   * The same, where examples count differently: DL4J gets their weights as a label mask.
   *
   * @param exampleWeights [examples], each at least 0; null where all are 1
   * @throws IllegalArgumentException if DL4J multiplies this loss by its label mask more than once
   * @throws IllegalStateException if DL4J has nothing like the updater
   */
  public double step(INDArray x, INDArray y, INDArray exampleWeights) {
    LabelMask mask = labelMask(x.size(0), exampleWeights, null);
    mask.difference()
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(why);
            });
    if (!UpdaterTwins.has(updater)) {
      throw new IllegalStateException(whyStepsDiffer(updater).orElseThrow());
    }
    if (parameters.trained().isEmpty()) {
      return loss(x, y, exampleWeights, null); // DL4J's fit does nothing then, not even that
    }
    try (INDArray examples = ownInput(x);
        INDArray targets = own(y)) {
      graph.fit(
          new INDArray[] {examples},
          new INDArray[] {ending.toTheirs(targets)},
          null,
          mask.ofLoss() == null ? null : new INDArray[] {mask.ofLoss()});
      return graph.score();
    }
  }

  /** The learning rate of the steps that follow. */
  public void learningRate(double next) {
    learningRate.set(next);
  }

  /** The number of steps taken. */
  public long steps() {
    return graph.getIterationCount();
  }

  /** Goes on as after this number of steps, by which DL4J corrects the bias of its updaters. */
  public void steps(long taken) {
    graph.getConfiguration().setIterationCount(Math.toIntExact(taken));
  }

  /**
   * What DL4J's next step depends on, in its own layouts: parameters with running statistics, and
   * the state of its updater. The arrays themselves, not copies.
   */
  public Map<String, INDArray> memory() {
    Map<String, INDArray> memory = new LinkedHashMap<>();
    if (parameters.vector() != null) {
      memory.put("parameters", parameters.vector());
      INDArray state = graph.getUpdater(true).getStateViewArray();
      if (state != null && !state.isEmpty()) {
        memory.put("updater", state);
      }
    }
    return memory;
  }

  /** Copies of the trained parameters, under the names and in the shapes of ours. */
  public Map<String, INDArray> parameters() {
    return parameters.copies(true);
  }

  /** Copies of the running statistics, under the names and in the shapes of ours. */
  public Map<String, INDArray> states() {
    return parameters.copies(false);
  }

  /** What messages call the layer of each parameter, by the parameter's name. */
  public Map<String, String> layersOfParameters() {
    return plan.links().stream()
        .collect(Collectors.toMap(ParameterLink::name, ParameterLink::layer));
  }

  /**
   * Saves parameters, running statistics and the updater's state as DL4J does, for any program with
   * DL4J to open ({@code ModelSerializer.restoreComputationGraph}). Sequences are [examples, steps,
   * features] in it, as here.
   *
   * @throws IOException if the file cannot be written; whatever it was is then as before
   */
  public void save(Path file) throws IOException {
    try {
      IUpdater fixed = theirUpdater(new FixedSchedule(learningRate.get()));
      SavedModel.write(
          graphs.toTrain(graphs.plan(Dropouts.ALONE), fixed, clipping),
          graph,
          parameters.vector(),
          file);
    } catch (NoTwinException e) {
      throw new IllegalStateException("it has been built before", e);
    }
  }

  @Override
  public void close() {
    gradients.close();
    if (parameters.vector() != null) { // DL4J M1.1 cannot close what has no parameters
      graph.close();
    }
  }

  /** DL4J copies updaters for each layer, and the copy of one kind forgets its schedule. */
  private void followLearningRate() {
    for (Layer layer : graph.getLayers()) {
      if (layer.conf().getLayer() instanceof BaseLayer weighted
          && weighted.getIUpdater().hasLearningRate()) {
        weighted.getIUpdater().setLrAndSchedule(Double.NaN, learningRate);
      }
    }
  }

  private IUpdater theirUpdater(ISchedule rate) {
    return UpdaterTwins.of(updater).write(updater, rate);
  }

  /** The output before the loss, and the prediction. */
  private INDArray[] outputs(INDArray x, boolean training) {
    // not closed here: what DL4J gives back may lie in the memory of what it was handed
    INDArray examples = ownInput(x);
    // the loss is always asked for: without the last vertex DL4J leaves a workspace open
    List<String> vertices = List.of(plan.last(), Ending.LOSS);
    ComputationGraph able = ending.withoutWorkspaces() ? gradients.graph() : graph;
    // vertices over time steps ask for the batch's size here, and would get the last step's
    able.setInputs(examples);
    able.setLabels((INDArray[]) null);
    return able.output(vertices, training, new INDArray[] {examples}, null);
  }

  private INDArray ownInput(INDArray x) {
    Shape got = Shape.ofExamplesIn(x);
    if (!got.equals(graphs.input())) {
      throw new IllegalArgumentException(
          "the twin takes examples of " + graphs.input() + ", but got " + got);
    }
    return own(x);
  }

  /** DL4J may write into what it is handed: an activation as first layer does. */
  private INDArray own(INDArray array) {
    return Nd4j.createUninitialized(graphs.type(), array.shape(), 'c').assign(array);
  }
}
