package org.twinprop.experiments.bench.work;

import org.twinprop.trainer.HandwrittenLearner;
import org.twinprop.trainer.TwinLearner;

/** Something that is done over and over, to see how fast. */
public interface Work extends AutoCloseable {
  /** The contestant that is Twinprop as a whole, where no network is trained by anybody else. */
  String TWINPROP = "twinprop";

  /**
   * Does it once.
   *
   * @param round from 0; all contestants of a round do the same
   * @return how much was done in a second
   */
  double turn(int round);

  @Override
  void close();

  /** What a job asks for. */
  static Work of(Job job) {
    return switch (job.kind()) {
      case STEPS -> TrainingSteps.of(job);
      case EPOCH -> TrainingEpoch.of(job);
      case READING -> CheckReading.of(job);
      case VERIFICATION -> new Judging(job);
      case AUDIT -> new Auditing(job);
    };
  }

  /** Whether a contestant is a network of ours or DL4J's, or Twinprop as a whole. */
  static boolean isOurProgram(String contestant) {
    return contestant.equals(HandwrittenLearner.NAME)
        || contestant.equals(TwinLearner.NAME)
        || contestant.equals(TWINPROP);
  }
}
