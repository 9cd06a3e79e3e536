package org.twinprop.experiments.bench.work;

import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.twinprop.data.Batch;
import org.twinprop.data.Batches;
import org.twinprop.data.DigitExamples;
import org.twinprop.data.check.CheckRenderer;
import org.twinprop.data.check.CheckWriters;
import org.twinprop.data.check.Damage;
import org.twinprop.data.pen.PenDigits;
import org.twinprop.data.reading.CheckReader;
import org.twinprop.data.reading.Photo;
import org.twinprop.experiments.reading.DigitNetwork;
import org.twinprop.trainer.HandwrittenLearner;

/**
 * Amounts read from images of whole checks, moderately damaged, in checks a second. The network has
 * learned for one epoch from the embedded digits; the images were made before.
 */
final class CheckReading implements Work {
  private static final int BATCH = 64;
  private static final long SEED = 1;

  private final TrainedNetwork trained;
  private final CheckReader reader;
  private final List<Photo> checks;

  private CheckReading(TrainedNetwork trained, List<Photo> checks) {
    this.trained = trained;
    this.checks = checks;
    reader = new CheckReader(DigitNetwork.borrowed(trained.network()));
  }

  static CheckReading of(Job job) {
    DigitExamples digits = (DigitExamples) PenDigits.source(SEED).train();
    TrainedNetwork trained = TrainedNetwork.of(job.network(), HandwrittenLearner.NAME, digits);
    try (Batches batches = new Batches(digits, BATCH, DataType.FLOAT)) {
      for (Batch batch : batches.epoch(SEED, 1)) {
        trained.learner().step(batch.x(), batch.y(), TrainedNetwork.LEARNING_RATE);
      }
    }
    CheckRenderer renderer = new CheckRenderer(CheckWriters.of(digits), Damage.MODERATE);
    return new CheckReading(
        trained,
        IntStream.rangeClosed(1, job.size())
            .mapToObj(index -> Photo.of(renderer.render(SEED, index).image()))
            .toList());
  }

  @Override
  public double turn(int round) {
    long start = System.nanoTime();
    checks.forEach(reader::read);
    return checks.size() / ((System.nanoTime() - start) / 1e9);
  }

  @Override
  public void close() {
    trained.close();
  }
}
