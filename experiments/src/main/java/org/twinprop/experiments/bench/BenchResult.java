package org.twinprop.experiments.bench;

import java.time.Instant;
import java.util.List;
import org.twinprop.experiments.folder.Build;
import org.twinprop.experiments.machine.MachineFacts;

/**
 * What a benchmark measured, and where.
 *
 * @param work the workload
 * @param data what was learned from; null where nothing was
 * @param batch examples a step
 * @param rounds of turns that count
 * @param warmUpSeconds for which each warmed up before, after its first turn
 * @param folder where the results are
 * @param measurements one or several
 * @param started when
 * @param seconds it took
 * @param build of this program
 * @param machine that it ran on, as the doctor sees it
 */
public record BenchResult(
    BenchWork work,
    String data,
    int batch,
    int rounds,
    long warmUpSeconds,
    String folder,
    List<Measurement> measurements,
    Instant started,
    double seconds,
    Build build,
    MachineFacts machine) {
  /** Keeps an unmodifiable copy of the list. */
  public BenchResult {
    measurements = List.copyOf(measurements);
  }
}
