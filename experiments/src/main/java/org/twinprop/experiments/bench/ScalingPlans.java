package org.twinprop.experiments.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.twinprop.experiments.bench.work.Job;
import org.twinprop.experiments.bench.work.WorkExamples;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.text.NetworkText;

/**
 * One thing varies while the others stay: examples of an epoch, width of a dense network, batch
 * size.
 *
 * @param plans of the same request
 */
record ScalingPlans(Plans plans) {
  private static final List<Integer> WIDTHS = List.of(32, 128, 512, 2048);
  private static final List<Integer> BATCHES = List.of(16, 64, 256, 1024);

  /** Examples of a turn where batches vary. */
  private static final int EXAMPLES = 8192;

  List<MeasurementPlan> all() {
    return List.of(examples(), parameters(), batches());
  }

  private MeasurementPlan examples() {
    int most = plans.request().sizeOr(plans.examples().size());
    List<ContestantPlan> contestants = new ArrayList<>();
    IntStream.of(16, 8, 4, 2, 1)
        .map(share -> most / share)
        .forEach(
            size -> {
              Job job =
                  plans.job(Job.Kind.EPOCH, Workload.MLP.network(), WorkExamples.DIGITS, size);
              contestants.addAll(plans.at(size, job));
            });
    return new MeasurementPlan(
        "Examples",
        "examples",
        "An epoch of MLP 784-256-10, batches filled on the way.",
        "examples",
        contestants);
  }

  private MeasurementPlan parameters() {
    List<ContestantPlan> contestants = new ArrayList<>();
    for (int width : WIDTHS) {
      String network = "flatten dense(%d) relu dense(10) | softmax-xent".formatted(width);
      int steps = plans.request().sizeOr(EXAMPLES) / plans.request().batch() + 1;
      Job job = plans.job(Job.Kind.STEPS, network, WorkExamples.DIGITS, steps);
      long parameters = parameters(network);
      contestants.addAll(plans.at(parameters, job));
    }
    return new MeasurementPlan(
        "Parameters",
        "examples",
        "Steps of two dense layers, the first 32 to 2,048 wide.",
        "parameters",
        contestants);
  }

  private static long parameters(String text) {
    try (Network network =
        new Network(NetworkText.parse(text), Shape.of(1, 28, 28), DataType.FLOAT, 1)) {
      return network.parameterVector().length();
    }
  }

  private MeasurementPlan batches() {
    List<ContestantPlan> contestants = new ArrayList<>();
    for (int batch : BATCHES) {
      int steps = Math.max(1, plans.request().sizeOr(EXAMPLES) / batch);
      Job of = plans.job(Job.Kind.STEPS, Workload.MLP.network(), WorkExamples.DIGITS, steps);
      contestants.addAll(plans.at(batch, of.inBatchesOf(batch)));
    }
    return new MeasurementPlan(
        "Batch size", "examples", "Steps of MLP 784-256-10.", "examples a step", contestants);
  }
}
