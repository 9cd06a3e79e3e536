package org.twinprop.experiments.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.twinprop.data.BadInput;
import org.twinprop.data.Sha256;
import org.twinprop.experiments.folder.FileProblem;
import org.twinprop.experiments.folder.JsonFile;

/** What the folder of a run says about going on with it. */
public final class RunRecord {
  private static final String CONFIG = "config.yaml";

  private final Path run;
  private final CheckpointFolder folder;

  /**
   * @param run the folder of the run
   */
  public RunRecord(Path run) {
    this.run = run;
    folder = new CheckpointFolder(run);
  }

  /**
   * Refuses what cannot be gone on with.
   *
   * @return its {@code config.yaml}
   * @throws BadInput if this is no folder of a run, or if that run is finished
   */
  public Path requireUnfinished() {
    if (!Files.isDirectory(run)) {
      throw new BadInput(
          "%s: there is no such folder; name the folder that the run printed".formatted(run));
    }
    Path config = run.resolve(CONFIG);
    if (!Files.isRegularFile(config) || !Files.isRegularFile(folder.start())) {
      throw new BadInput(
          "%s has no %s, without which no run goes on: put it back, or name the folder that the run printed"
              .formatted(
                  run, Files.isRegularFile(config) ? "checkpoints/start.json" : "config.yaml"));
    }
    outcome()
        .filter(outcome -> !outcome.equals("interrupted"))
        .ifPresent(
            outcome -> {
              throw new BadInput(
                  outcome.equals("completed")
                      ? "%s is finished: its report is %s"
                          .formatted(run, run.resolve("report.html"))
                      : "%s ended with a loss that is no number: run it anew with a smaller learning rate"
                          .formatted(run));
            });
    return config;
  }

  /** Empty too where run.json is damaged: it is written anew at the end. */
  private Optional<String> outcome() {
    Path file = run.resolve("run.json");
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      JsonNode outcome = JsonFile.tree(file).path("outcome");
      return Optional.of(outcome.asText());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** The checksum of {@code config.yaml}. */
  public String configChecksum() {
    try (InputStream in = Files.newInputStream(run.resolve(CONFIG))) {
      return Sha256.of(in);
    } catch (IOException e) {
      throw unreadable(run.resolve(CONFIG), e);
    }
  }

  /**
   * Writes down what the run begins with; from then on it can go on.
   *
   * @throws BadInput if it cannot be written
   */
  public void begin(RunStart start) {
    try {
      folder.create();
      SealedJson.write(folder.start(), start);
    } catch (IOException e) {
      throw new BadInput(
          "%s: cannot be written (%s); free some space or name another folder with --out"
              .formatted(folder.start(), FileProblem.reason(e)),
          e);
    }
  }

  /**
   * What the run began with.
   *
   * @throws BadInput if that is damaged, or others than now
   */
  public RunStart requireSame(RunStart now, Consumer<String> tell) {
    RunStart then = start();
    then.requireSame(run.toString(), now);
    then.differenceOfThreads(now).ifPresent(tell);
    return then;
  }

  private RunStart start() {
    try {
      return SealedJson.read(folder.start(), RunStart.class);
    } catch (DamagedException e) {
      throw new BadInput(
          "%s: %s; run it anew: ./twinprop run %s"
              .formatted(run, e.getMessage(), run.resolve(CONFIG)),
          e);
    } catch (IOException e) {
      throw unreadable(folder.start(), e);
    }
  }

  /**
   * The latest checkpoint that is whole, once leftovers of a killed process are cleared away; empty
   * if the run was ended before its first.
   *
   * @param tell of damaged ones
   * @throws BadInput if all are damaged, or if they cannot be read
   */
  public Optional<Checkpoint> latest(Consumer<String> tell) {
    try {
      folder.clean();
      return folder.latest(tell);
    } catch (IOException e) {
      throw unreadable(run.resolve("checkpoints"), e);
    }
  }

  private static BadInput unreadable(Path file, IOException e) {
    return new BadInput(
        "%s: cannot be read (%s); check the disk and its permissions"
            .formatted(file, FileProblem.reason(e)),
        e);
  }
}
