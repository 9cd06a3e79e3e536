package org.twinprop.experiments.gpucheck;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.twinprop.experiments.console.Formats;
import org.twinprop.experiments.folder.Backend;
import org.twinprop.trainer.twin.BackendDifference;
import org.twinprop.trainer.twin.CatalogueNumbers;

/**
 * The hand-written catalogue in float64 on the backend in use against the processor's numbers.
 *
 * @param budget how long it may take, the processor's time included
 * @param processor computes the reference; empty where it is not built
 */
record ProcessorPart(Duration budget, Optional<ProcessorProgram> processor) implements Part {
  private static final int SHOWN = 3;

  /**
   * What is kept.
   *
   * @param reference the backend compared with
   * @param differences of each subject
   */
  public record Measured(Backend reference, List<BackendDifference> differences) {}

  @Override
  public String name() {
    return "against the processor";
  }

  @Override
  public Finding run(Stopwatch watch, Partial partial)
      throws IOException, InterruptedException, TimeoutException {
    if (processor.isEmpty()) {
      return Finding.notRun(
          "the processor's backend is not built: ./twinprop --backend cpu --build builds it");
    }
    ReferenceNumbers reference = processor.get().compute(watch.left());
    return judged(reference, CatalogueNumbers.compute(() -> !watch.isUp()));
  }

  /** About the subjects that were computed here. */
  static Finding judged(ReferenceNumbers reference, CatalogueNumbers here) {
    Map<String, Map<String, double[]>> theirs = reference.numbers().subjects();
    List<BackendDifference> differences =
        here.subjects().entrySet().stream()
            .map(
                one -> BackendDifference.of(one.getKey(), one.getValue(), theirs.get(one.getKey())))
            .sorted(Comparator.comparingDouble(BackendDifference::difference).reversed())
            .toList();
    boolean complete = differences.size() == CatalogueNumbers.size();
    return Finding.of(
        verdict(differences, complete),
        summary(differences),
        new Measured(reference.backend(), differences));
  }

  private static PartVerdict verdict(List<BackendDifference> differences, boolean complete) {
    if (!differences.stream().allMatch(BackendDifference::ok)) {
      return PartVerdict.FAILED;
    }
    return complete ? PartVerdict.PASSED : PartVerdict.UNFINISHED;
  }

  private static String summary(List<BackendDifference> differences) {
    List<BackendDifference> wrong = differences.stream().filter(one -> !one.ok()).toList();
    if (wrong.isEmpty()) {
      String largest =
          Formats.error(differences.isEmpty() ? Double.NaN : differences.get(0).difference());
      return "%d of %d networks and updaters: within %s"
          .formatted(differences.size(), CatalogueNumbers.size(), largest);
    }
    String worst =
        wrong.stream()
            .limit(SHOWN)
            .map(one -> "%s of '%s' by %s".formatted(one.array(), one.subject(), error(one)))
            .collect(Collectors.joining(", "));
    return "%d of %d differ: %s".formatted(wrong.size(), differences.size(), worst);
  }

  private static String error(BackendDifference one) {
    return Formats.error(one.difference());
  }
}
