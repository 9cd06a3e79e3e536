package org.twinprop.experiments.gpucheck;

import java.time.Duration;
import org.twinprop.experiments.doctor.Trial;

/** The doctor's own trial: a matrix product, and gradients of a small network. */
record TrialPart(Duration budget) implements Part {
  @Override
  public String name() {
    return "trial";
  }

  @Override
  public Finding run(Stopwatch watch, Partial partial) {
    Trial trial = Trial.run();
    String summary =
        "product of 1024 x 1024: %,.0f GFLOP/s, off by %.1e; gradients within %.1e"
            .formatted(trial.gigaflops(), trial.productError(), trial.gradientError());
    return Finding.of(trial.ok() ? PartVerdict.PASSED : PartVerdict.FAILED, summary, trial);
  }
}
