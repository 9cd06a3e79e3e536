package org.twinprop.experiments.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.folder.FileProblem;

/**
 * What a run began with, on disk twice: it is written once, and without it no checkpoint is of any
 * use.
 */
final class StartFiles {
  private final Path run;
  private final CheckpointFolder folder;
  private final Path first;
  private final Path second;

  StartFiles(Path run, CheckpointFolder folder) {
    this.run = run;
    this.folder = folder;
    first = folder.start();
    second = folder.startCopy();
  }

  /**
   * @throws BadInput if it cannot be written
   */
  void write(RunStart start) {
    try {
      folder.create();
    } catch (IOException e) {
      throw unwritable(first, e);
    }
    for (Path file : List.of(first, second)) {
      write(file, start);
    }
  }

  /**
   * What is in the first that is whole; the other is written anew if it is damaged.
   *
   * @param tell of a damaged one
   * @throws BadInput if there is none, or none that is whole
   */
  RunStart read(Consumer<String> tell) {
    if (!Files.exists(first) && !Files.exists(second)) {
      throw neverBegun();
    }
    try {
      RunStart start = read(first);
      mend(second, start, tell);
      return start;
    } catch (DamagedException damaged) {
      RunStart start = onlyCopy(damaged);
      mend(first, start, tell);
      return start;
    }
  }

  private BadInput neverBegun() {
    Path config = run.resolve("config.yaml");
    return new BadInput(
        Files.isRegularFile(config)
            ? "%s was ended before it began, so there is nothing to go on with: run it anew: ./twinprop run %s"
                .formatted(run, config)
            : "%s has no config.yaml, without which no run goes on: name the folder that the run printed"
                .formatted(run));
  }

  private RunStart onlyCopy(DamagedException damaged) {
    try {
      return read(second);
    } catch (DamagedException e) {
      throw new BadInput(
          "%s: %s, and %s; run it anew: ./twinprop run %s"
              .formatted(run, damaged.getMessage(), e.getMessage(), run.resolve("config.yaml")),
          e);
    }
  }

  private static void mend(Path file, RunStart start, Consumer<String> tell) {
    try {
      read(file);
    } catch (DamagedException e) {
      tell.accept("%s: %s; it is written anew from its copy".formatted(file, e.getMessage()));
      write(file, start);
    }
  }

  private static RunStart read(Path file) throws DamagedException {
    try {
      return SealedJson.read(file, RunStart.class);
    } catch (IOException e) {
      throw RunRecord.unreadable(file, e);
    }
  }

  private static void write(Path file, RunStart start) {
    try {
      SealedJson.write(file, start);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static BadInput unwritable(Path file, IOException e) {
    return new BadInput(
        "%s: cannot be written (%s); free some space or name another folder with --out"
            .formatted(file, FileProblem.reason(e)),
        e);
  }
}
