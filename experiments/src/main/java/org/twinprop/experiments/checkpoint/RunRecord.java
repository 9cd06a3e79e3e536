package org.twinprop.experiments.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.twinprop.data.BadInput;
import org.twinprop.data.numpy.AtomicFile;
import org.twinprop.experiments.folder.FileProblem;
import org.twinprop.experiments.folder.JsonFile;

/** What the folder of a run says about going on with it. */
public final class RunRecord {
  private static final String CONFIG = "config.yaml";

  private final Path run;
  private final CheckpointFolder folder;
  private final StartFiles start;

  /**
   * @param run the folder of the run
   */
  public RunRecord(Path run) {
    this.run = run;
    folder = new CheckpointFolder(run);
    start = new StartFiles(run, folder);
  }

  /**
   * Refuses what cannot be gone on with, and puts back what is lost of what it began with.
   *
   * @param tell of what is put back
   * @return its {@code config.yaml}
   * @throws BadInput if this is no folder of a run, if that run is finished, or if its {@code
   *     config.yaml} is not what it began with
   */
  public Path requireUnfinished(Consumer<String> tell) {
    if (!Files.isDirectory(run)) {
      throw new BadInput(
          "%s: there is no such folder; name the folder that the run printed".formatted(run));
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
    requireConfig(start.read(tell), tell);
    return run.resolve(CONFIG);
  }

  /** Who changed it may want that to count; damage cannot be told from that. */
  private void requireConfig(RunStart began, Consumer<String> tell) {
    Path config = run.resolve(CONFIG);
    byte[] then = began.config().getBytes(StandardCharsets.UTF_8);
    try {
      if (!Files.exists(config)) {
        AtomicFile.write(config, out -> out.write(then));
        tell.accept("%s was missing; it is put back as the run began with it".formatted(config));
      } else if (!holds(config, then)) {
        throw new BadInput(
            "%s: config.yaml was changed since the run began, by a hand or by damage: remove it, and --resume puts it back; or run what it is now: ./twinprop run %s"
                .formatted(run, config));
      }
    } catch (IOException e) {
      throw unreadable(config, e);
    }
  }

  private static boolean holds(Path file, byte[] bytes) throws IOException {
    return Files.isRegularFile(file)
        && Files.size(file) == bytes.length
        && Arrays.equals(Files.readAllBytes(file), bytes);
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

  /** The text of {@code config.yaml}. */
  public String config() {
    try {
      return Files.readString(run.resolve(CONFIG));
    } catch (IOException e) {
      throw unreadable(run.resolve(CONFIG), e);
    }
  }

  /**
   * Writes down what the run begins with; from then on it can go on.
   *
   * @throws BadInput if it cannot be written
   */
  public void begin(RunStart began) {
    start.write(began);
  }

  /**
   * What the run began with.
   *
   * @throws BadInput if that is damaged, or others than now
   */
  public RunStart requireSame(RunStart now, Consumer<String> tell) {
    RunStart then = start.read(tell);
    then.requireSame(run.toString(), now);
    then.differenceOfThreads(now).ifPresent(tell);
    return then;
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

  static BadInput unreadable(Path file, IOException e) {
    return new BadInput(
        "%s: cannot be read (%s); check the disk and its permissions"
            .formatted(file, FileProblem.reason(e)),
        e);
  }
}
