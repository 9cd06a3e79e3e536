package org.twinprop.experiments.gpucheck;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.twinprop.experiments.folder.Machine;

/**
 * Runs parts one after another, and writes the report after each. The last one gets the time, too,
 * that the others leave.
 *
 * <p>All parts run on one thread, for CUDA ties threads to devices. One that does not end some time
 * after its budget is given up; as it still holds the device, nothing after it is begun.
 */
final class GpuCheck {
  private final Subject subject;
  private final List<Part> parts;
  private final Duration grace;
  private final ReportFolder folder;
  private final Consumer<PartResult> say;
  private final Instant started = Instant.now();
  private final Stopwatch all = Stopwatch.of(Duration.ZERO);
  private final Machine machine = Machine.here();
  private final List<PartResult> results = new ArrayList<>();

  /**
   * @param grace what a part gets beyond its budget before it is given up
   * @param say takes each part's result as it comes
   */
  GpuCheck(
      Subject subject,
      List<Part> parts,
      Duration grace,
      ReportFolder folder,
      Consumer<PartResult> say) {
    this.subject = subject;
    this.parts = parts;
    this.grace = grace;
    this.folder = folder;
    this.say = say;
  }

  /** Runs all of them; ends in every case. */
  Report run() {
    try (DeviceThread device = new DeviceThread(grace)) {
      Optional<String> stuck = Optional.empty();
      Duration spare = Duration.ZERO;
      for (Part part : parts) {
        boolean last = results.size() == parts.size() - 1;
        Stopwatch watch = Stopwatch.of(last ? part.budget().plus(spare) : part.budget());
        Finding finding =
            stuck
                .map(name -> Finding.notRun("the part '%s' did not end".formatted(name)))
                .orElseGet(() -> device.run(part, watch));
        add(PartResult.of(part, finding, watch));
        spare = spare.plus(watch.left());
        stuck = stuck.or(() -> device.isStuck() ? Optional.of(part.name()) : Optional.empty());
      }
    }
    return report();
  }

  private void add(PartResult result) {
    results.add(result);
    folder.write(report());
    say.accept(result);
  }

  private Report report() {
    boolean complete = results.size() == parts.size();
    return Report.of(complete, started, all.seconds(), subject, machine, results);
  }
}
