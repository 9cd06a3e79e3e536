package org.twinprop.experiments.bench.work;

import java.util.Iterator;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.data.Batch;
import org.twinprop.data.Batches;
import org.twinprop.data.Examples;

/** Steps of training, in examples a second. Only they are timed, not the filling of batches. */
public final class TrainingSteps implements Work {
  private static final long SEED = 1;

  private final TrainedNetwork trained;
  private final Batches batches;
  private final int steps;

  /**
   * @param network as its text
   * @param contestant {@code handwritten} or {@code dl4j}
   * @param examples to learn from
   * @param batch of them in a step
   * @param steps in a turn
   */
  public TrainingSteps(String network, String contestant, Examples examples, int batch, int steps) {
    trained = TrainedNetwork.of(network, contestant, examples);
    batches = new Batches(examples, batch, DataType.FLOAT);
    this.steps = steps;
  }

  static TrainingSteps of(Job job) {
    return new TrainingSteps(
        job.network(), job.contestant(), WorkExamples.of(job), job.batch(), job.size());
  }

  /** The same batches for every contestant of a round. */
  @Override
  public double turn(int round) {
    Iterator<Batch> epoch = batches.epoch(SEED, round).iterator();
    long nanoseconds = 0;
    long seen = 0;
    for (int step = 0; step < steps; step++) {
      epoch = epoch.hasNext() ? epoch : batches.epoch(SEED, round).iterator();
      Batch batch = epoch.next();
      long start = System.nanoTime();
      trained.learner().step(batch.x(), batch.y(), TrainedNetwork.LEARNING_RATE);
      nanoseconds += System.nanoTime() - start;
      seen += batch.rows().length;
    }
    long start = System.nanoTime();
    Nd4j.getExecutioner().commit(); // a GPU has only been asked for the last step until here
    nanoseconds += System.nanoTime() - start;
    return seen / (nanoseconds / 1e9);
  }

  @Override
  public void close() {
    batches.close();
    trained.close();
  }
}
