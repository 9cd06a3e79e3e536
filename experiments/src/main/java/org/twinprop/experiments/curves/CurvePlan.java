package org.twinprop.experiments.curves;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.twinprop.data.Examples;
import org.twinprop.data.Split;
import org.twinprop.data.Splits;
import org.twinprop.experiments.tasks.TaskData;
import org.twinprop.experiments.training.ExperimentSettings;

/**
 * All trainings of a bias-variance view. Every one is measured on the same fifth of the examples,
 * of writers (or buildings, where they are known) that none of them learns from; test examples are
 * left alone.
 *
 * @param settings of every training, but for network and seed
 * @param wanted what varies
 * @param data as the task has it
 * @param split what is learned from, and what is measured on
 * @param epochs with all examples
 */
record CurvePlan(
    ExperimentSettings settings, CurveSettings wanted, TaskData data, Split split, int epochs) {
  private static final double VALIDATION_SHARE = 0.2;

  /** A training to come. */
  record Job(String curve, int examples, String model, String network, long seed) {}

  static CurvePlan of(ExperimentSettings settings, CurveSettings wanted, TaskData data) {
    Examples all = data.learnable();
    Split split = Splits.by(all, data.unit(), VALIDATION_SHARE, settings.seed());
    return new CurvePlan(settings, wanted, data, split, settings.epochs().orElse(data.epochs()));
  }

  int most() {
    return split.kept().size();
  }

  boolean regression() {
    return split.kept().classNames().isEmpty();
  }

  /** In the order in which they are trained: by curve, place and seed. */
  List<Job> jobs() {
    List<Job> jobs = new ArrayList<>();
    if (wanted.bySize()) {
      for (int size : wanted.sizesUpTo(most())) {
        addSeeds(jobs, CurvePoint.EXAMPLES, size, "1x", settings.network());
      }
    }
    for (double width : wanted.widths()) {
      addSeeds(
          jobs,
          CurvePoint.MODEL,
          most(),
          factor(width),
          WiderNetwork.of(settings.network(), width));
    }
    wanted.networks().forEach(text -> addSeeds(jobs, CurvePoint.MODEL, most(), text, text));
    return jobs;
  }

  private void addSeeds(List<Job> jobs, String curve, int examples, String model, String network) {
    for (int i = 0; i < wanted.seeds(); i++) {
      jobs.add(new Job(curve, examples, model, network, settings.seed() + i));
    }
  }

  private static String factor(double width) {
    return (width == Math.rint(width) ? Long.toString((long) width) : Double.toString(width)) + "x";
  }

  /** The data of one training: those of fewer examples are among those of more. */
  TaskData of(Job job) {
    List<Integer> rows = new ArrayList<>(IntStream.range(0, most()).boxed().toList());
    if (job.examples() < most()) {
      Collections.shuffle(rows, new Random(job.seed()));
    }
    int[] first = rows.stream().limit(job.examples()).mapToInt(Integer::intValue).toArray();
    Arrays.sort(first);
    Examples fitted = split.whole().fittedTo(first); // the kept part comes first in the whole
    Examples measured =
        fitted.select(IntStream.range(most(), most() + split.heldOut().size()).toArray());
    return data.with(fitted.select(first), measured, measured);
  }

  /** As many steps with few examples as with all: otherwise few would be learned less often. */
  int epochs(Job job) {
    long steps = (long) epochs * batches(most());
    return (int) Math.max(epochs, Math.round((double) steps / batches(job.examples())));
  }

  private int batches(int examples) {
    return (examples + settings.batch() - 1) / settings.batch();
  }

  /** Steps of all trainings together. */
  int steps() {
    return jobs().stream().mapToInt(job -> epochs(job) * batches(job.examples())).sum();
  }

  ExperimentSettings settings(Job job) {
    return settings.variant(job.network(), job.seed(), false);
  }
}
