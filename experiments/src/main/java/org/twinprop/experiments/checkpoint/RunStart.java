package org.twinprop.experiments.checkpoint;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.twinprop.data.BadInput;
import org.twinprop.data.SourceFile;
import org.twinprop.experiments.folder.Backend;
import org.twinprop.experiments.folder.Build;

/**
 * What a run began with: all that its numbers depend on, {@code config.yaml} too, so that a run
 * whose {@code config.yaml} is lost goes on.
 *
 * @param commandLine as it was typed
 * @param started when, as ISO 8601 has it
 * @param config the text of {@code config.yaml}
 * @param data the files that were read, with checksums
 * @param build which Twinprop
 * @param backend what computed the arrays
 */
public record RunStart(
    List<String> commandLine,
    String started,
    String config,
    List<SourceFile> data,
    Build build,
    Backend backend) {
  public RunStart {
    commandLine = List.copyOf(commandLine);
    data = List.copyOf(data);
    Objects.requireNonNull(started, "started");
    Objects.requireNonNull(config, "config");
    Objects.requireNonNull(build, "build");
    Objects.requireNonNull(backend, "backend");
  }

  /**
   * Refuses to go on where the numbers would be others than those of a run that was never
   * interrupted.
   *
   * @param now what the run would go on with
   * @throws BadInput if data, program or libraries are others than those it began with
   */
  void requireSame(String folder, RunStart now) {
    if (!build.equals(now.build)) {
      throw new BadInput(
          "%s was begun by Twinprop %s, but this is %s: go on with that one, or run it anew"
              .formatted(folder, build, now.build));
    }
    if (!libraries().equals(now.libraries())) {
      throw new BadInput(
          "%s was begun on %s, but this is %s: go on with that, or run it anew"
              .formatted(folder, libraries(), now.libraries()));
    }
    changedFile(now.data)
        .ifPresent(
            name -> {
              throw new BadInput(
                  "%s: its data changed since it began (%s): put the files back, or run it anew"
                      .formatted(folder, name));
            });
  }

  /** Where the same numbers may come out with other last digits; empty if that is not to expect. */
  Optional<String> differenceOfThreads(RunStart now) {
    return backend.equals(now.backend)
        ? Optional.empty()
        : Optional.of(
            "it began with %s threads and %s, and goes on with %s and %s: last digits may differ from those of an uninterrupted run"
                .formatted(
                    backend.threads(), backend.blas(), now.backend.threads(), now.backend.blas()));
  }

  private String libraries() {
    return "ND4J %s, DL4J %s, %s".formatted(backend.nd4j(), backend.dl4j(), backend.name());
  }

  private Optional<String> changedFile(List<SourceFile> now) {
    if (data.equals(now)) {
      return Optional.empty();
    }
    return Optional.of(
        data.stream()
            .filter(file -> !now.contains(file))
            .map(SourceFile::name)
            .findFirst()
            .orElse("there are files that were not there"));
  }
}
