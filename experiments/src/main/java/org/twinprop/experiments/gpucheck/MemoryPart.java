package org.twinprop.experiments.gpucheck;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.data.Batch;
import org.twinprop.data.Batches;
import org.twinprop.data.Examples;
import org.twinprop.data.pen.PenDigits;
import org.twinprop.experiments.bench.Workload;
import org.twinprop.experiments.machine.MemoryMeter;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.initializer.He;
import org.twinprop.layers.updater.Adam;
import org.twinprop.trainer.HandwrittenLearner;

/**
 * Whether memory stays flat while the hand-written network trains, and whether its loss falls.
 *
 * @param budget how long it may take
 * @param workload the network
 * @param steps of training
 * @param meters gives what reads the memory
 */
record MemoryPart(Duration budget, Workload workload, int steps, Supplier<MemoryMeter> meters)
    implements Part {
  private static final int READINGS = 50;
  private static final long SEED = 1;
  private static final double LEARNING_RATE = 1e-3;
  private static final Adam ADAM = new Adam(0.9, 0.999, 1e-8, true);
  private static final double MIB = 1 << 20;

  /**
   * What is kept.
   *
   * @param trace of the memory
   * @param firstLosses the mean loss of the first tenth of steps
   * @param lastLosses of the last
   */
  public record Measured(MemoryTrace trace, double firstLosses, double lastLosses) {}

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public Finding run(Stopwatch watch, Partial partial) {
    try (MemoryMeter meter = meters.get()) {
      Readings readings = new Readings(meter);
      train(readings, watch, partial);
      return judged(readings.measured(), readings.losses.size());
    }
  }

  private void train(Readings readings, Stopwatch watch, Partial partial) {
    Examples examples = PenDigits.source(SEED).train();
    Shape input = Shape.of(examples.inputShape());
    try (Network network =
            Network.of(workload.network(), input, DataType.FLOAT, new He(true), SEED);
        HandwrittenLearner learner = new HandwrittenLearner(network, ADAM);
        Batches batches = new Batches(examples, TrainingPart.BATCH, DataType.FLOAT)) {
      Iterator<Batch> epoch = List.<Batch>of().iterator();
      for (int step = 1; step <= steps && !watch.isUp(); step++) {
        epoch = epoch.hasNext() ? epoch : batches.epoch(SEED, step).iterator();
        Batch batch = epoch.next();
        readings.losses.add(learner.step(batch.x(), batch.y(), LEARNING_RATE));
        if (step % Math.max(1, steps / READINGS) == 0) {
          readings.read(step);
          partial.keep(readings.measured());
        }
      }
    }
  }

  private Finding judged(Measured measured, int done) {
    String summary =
        "%d steps of %s: %+,.1f MiB in the second half, of %,.0f MiB (%s); loss %.3f to %.3f"
            .formatted(
                done,
                workload.name(),
                measured.trace.growth() / MIB,
                measured.trace.bytes().stream().mapToLong(b -> b).max().orElse(0) / MIB,
                measured.trace.what(),
                measured.firstLosses,
                measured.lastLosses);
    return Finding.of(verdict(measured, done), summary, measured);
  }

  PartVerdict verdict(Measured measured, int done) {
    if (!measured.trace.isTelling()) {
      return PartVerdict.UNFINISHED;
    }
    boolean right = measured.trace.isFlat() && measured.lastLosses < measured.firstLosses;
    if (!right) {
      return PartVerdict.FAILED;
    }
    return done == steps ? PartVerdict.PASSED : PartVerdict.UNFINISHED;
  }

  /** As they come. */
  private static final class Readings {
    private final MemoryMeter meter;
    private final List<Integer> at = new ArrayList<>();
    private final List<Long> bytes = new ArrayList<>();
    private final List<Double> losses = new ArrayList<>();

    Readings(MemoryMeter meter) {
      this.meter = meter;
    }

    void read(int step) {
      Nd4j.getExecutioner().commit();
      at.add(step);
      bytes.add(meter.usedBytes());
    }

    Measured measured() {
      int tenth = Math.max(1, losses.size() / 10);
      return new Measured(
          new MemoryTrace(meter.what(), at, bytes, meter.tolerance()),
          mean(losses.subList(0, Math.min(tenth, losses.size()))),
          mean(losses.subList(Math.max(0, losses.size() - tenth), losses.size())));
    }

    private static double mean(List<Double> some) {
      return some.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }
  }
}
