package org.twinprop.experiments.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twinprop.data.Examples;
import org.twinprop.experiments.bench.work.WorkExamples;
import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.console.Formats;
import org.twinprop.experiments.folder.Build;
import org.twinprop.experiments.folder.RunFolder;
import org.twinprop.experiments.machine.MachineFacts;

/**
 * One benchmark, from the first process to the report.
 *
 * @param request what was asked
 * @param out a folder for the results; empty for {@code runs/<time>-bench-<work>}
 * @param commandLine as it was typed, word by word
 * @param console where a person reads
 */
public record BenchRun(
    BenchRequest request, Optional<Path> out, List<String> commandLine, Console console) {
  private static final Path PARENT = Path.of("runs");

  /** Threads of OpenMP and OpenBLAS are awake for a while after their work. */
  private static final Duration PAUSE = Duration.ofMillis(100);

  private static final List<String> NO_PYTHON =
      List.of(
          "no Python for peers is on the PATH: name one with --peers or the variable TWINPROP_PYTHON");

  /**
   * @throws org.twinprop.data.BadInput if the data or the folder cannot be used
   */
  public BenchResult run() {
    Examples examples = examples();
    Instant started = Instant.now();
    long start = System.nanoTime();
    try (RunFolder folder = folder();
        Prepared prepared = Prepared.create()) {
      announce(examples);
      List<Measurement> measurements = measure(new Plans(request, examples, prepared));
      BenchResult result =
          new BenchResult(
              request.work(),
              examples == null ? null : examples.description(),
              request.batch(),
              request.rounds(),
              request.warmUp().toSeconds(),
              folder.path().toString(),
              measurements,
              started,
              (System.nanoTime() - start) / 1e9,
              Build.ofThisProgram(),
              MachineFacts.here());
      folder.table("bench.csv", BenchTable.HEADER, table -> BenchTable.write(result, table));
      folder.json("bench.json", result);
      folder.page(BenchPage.render(result, commandLine));
      console.print("Report: " + console.bold(folder.path().resolve("report.html").toString()));
      return result;
    }
  }

  private RunFolder folder() {
    return out.map(RunFolder::at)
        .orElseGet(
            () -> RunFolder.create(PARENT, "bench-" + request.work(), Clock.systemDefaultZone()));
  }

  private Examples examples() {
    return switch (request.work()) {
      case VERIFY, AUDIT -> null;
      case RENTS -> WorkExamples.of(WorkExamples.RENTS, request.data());
      default -> WorkExamples.of(WorkExamples.DIGITS, request.data());
    };
  }

  private List<Measurement> measure(Plans plans) {
    Measuring measuring =
        new Measuring(new Race(request.rounds(), request.warmUp(), PAUSE), console);
    List<String> noPython =
        request.pythons().wanted() && request.pythons().paths().isEmpty() ? NO_PYTHON : List.of();
    List<Measurement> measurements = new ArrayList<>();
    for (MeasurementPlan plan : plans.all()) {
      Measurement measured = measuring.of(plan, noPython);
      BenchLines.print(measured, console);
      measurements.add(measured);
    }
    return measurements;
  }

  private void announce(Examples examples) {
    console.print(console.bold(request.work().title()));
    if (examples != null) {
      console.print("Data      " + examples.description());
    }
    console.print(
        "Turns     %s of each, one after the other, after a first one and %s to warm up; each contestant is a process of its own"
            .formatted(
                Formats.count(request.rounds()),
                Formats.count(request.warmUp().toSeconds(), "second")));
    MachineFacts facts = MachineFacts.here();
    console.print(
        "Machine   %s, %s"
            .formatted(
                facts.processor().name(),
                Formats.count(Runtime.getRuntime().availableProcessors(), "core")));
    console.gap();
  }
}
