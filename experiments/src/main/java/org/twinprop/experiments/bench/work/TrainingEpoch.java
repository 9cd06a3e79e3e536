package org.twinprop.experiments.bench.work;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.data.Batch;
import org.twinprop.data.Batches;

/** A whole epoch, batches shuffled, decoded and filled as 'run' does it, in examples a second. */
final class TrainingEpoch implements Work {
  private static final long SEED = 1;

  private final TrainedNetwork trained;
  private final Batches batches;
  private final int size;

  private TrainingEpoch(TrainedNetwork trained, Batches batches, int size) {
    this.trained = trained;
    this.batches = batches;
    this.size = size;
  }

  static TrainingEpoch of(Job job) {
    var examples = WorkExamples.first(WorkExamples.of(job), job.size());
    return new TrainingEpoch(
        TrainedNetwork.of(job.network(), job.contestant(), examples),
        new Batches(examples, job.batch(), DataType.FLOAT),
        examples.size());
  }

  @Override
  public double turn(int round) {
    long start = System.nanoTime();
    for (Batch batch : batches.epoch(SEED, round)) {
      trained.learner().step(batch.x(), batch.y(), TrainedNetwork.LEARNING_RATE);
    }
    Nd4j.getExecutioner().commit();
    return size / ((System.nanoTime() - start) / 1e9);
  }

  @Override
  public void close() {
    batches.close();
    trained.close();
  }
}
