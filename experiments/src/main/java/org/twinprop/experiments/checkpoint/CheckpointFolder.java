package org.twinprop.experiments.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.data.BadInput;
import org.twinprop.data.Sha256;
import org.twinprop.data.numpy.NumpyArchive;
import org.twinprop.trainer.HandwrittenLearner;
import org.twinprop.trainer.TrainingState;

/**
 * The folder {@code checkpoints} of a run. A checkpoint is two files of one number, which is that
 * of its step: {@code 0000000042.npz} has its arrays, {@code 0000000042.json} all else and the
 * checksums. The second is written when the first is on disk: a checkpoint without it is none.
 */
final class CheckpointFolder {
  private static final String START = "start.json";
  private static final String START_COPY = "start-copy.json";
  private static final String HISTORY = "history.jsonl";
  private static final String DESCRIPTION = ".json";
  private static final String ARRAYS = ".npz";
  private static final String NUMBERED = "\\d{10,18}\\" + DESCRIPTION;

  private final Path path;

  /**
   * @param run the folder of the run
   */
  CheckpointFolder(Path run) {
    path = run.resolve("checkpoints");
  }

  Path start() {
    return path.resolve(START);
  }

  Path startCopy() {
    return path.resolve(START_COPY);
  }

  Path history() {
    return path.resolve(HISTORY);
  }

  void create() throws IOException {
    Files.createDirectories(path);
  }

  /** Writes a checkpoint of a state: the arrays first, then what makes them valid. */
  void write(long step, Map<String, INDArray> arrays, Described described) throws IOException {
    Path file = path.resolve(name(step) + ARRAYS);
    NumpyArchive.write(file, arrays);
    SealedJson.write(path.resolve(name(step) + DESCRIPTION), described.with(checksum(file)));
  }

  /** What is known of a checkpoint before its arrays are written. */
  interface Described {
    CheckpointDescription with(String arraysSha256);
  }

  /** The steps of all checkpoints, the latest first. */
  List<Long> steps() throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches(NUMBERED))
          .map(name -> Long.valueOf(name.replace(DESCRIPTION, "")))
          .sorted(Comparator.reverseOrder())
          .toList();
    }
  }

  /**
   * The latest that is whole; empty if there is none at all. Where none is whole, but only because
   * of what they have in common, the measures of the past: the latest, without those that are lost.
   *
   * @param tell of those that are not
   * @throws BadInput if there are some, but none can be gone on from
   */
  Optional<Checkpoint> latest(Consumer<String> tell) throws IOException {
    List<Long> steps = steps();
    Optional<Checkpoint> found = hasHistory() ? first(steps, true, tell) : Optional.empty();
    if (found.isEmpty()) {
      found = first(steps, false, hasHistory() ? told -> {} : tell);
    }
    if (found.isEmpty() && !steps.isEmpty()) {
      throw new BadInput(
          "%s: no checkpoint is whole; run it anew: ./twinprop run %s"
              .formatted(path, path.resolveSibling("config.yaml")));
    }
    found.ifPresent(checkpoint -> tellLosses(checkpoint, tell));
    return found;
  }

  private boolean hasHistory() {
    return Files.isRegularFile(history());
  }

  private Optional<Checkpoint> first(List<Long> steps, boolean whole, Consumer<String> tell)
      throws IOException {
    for (long step : steps) {
      try {
        Checkpoint found = read(step, whole);
        for (long damaged : steps.subList(0, steps.indexOf(step))) {
          remove(damaged);
        }
        return Optional.of(found);
      } catch (DamagedException e) {
        tell.accept(
            "checkpoint %s is damaged (%s); the one before it is tried"
                .formatted(path.resolve(name(step)), e.getMessage()));
      }
    }
    return Optional.empty();
  }

  private void tellLosses(Checkpoint checkpoint, Consumer<String> tell) {
    if (checkpoint.lost() > 0) {
      String lost =
          hasHistory()
              ? "is damaged: %d of what was measured and checked is".formatted(checkpoint.lost())
              : "is no file any more: all that was measured and checked until then is";
      tell.accept(
          "%s %s lost, and missing in metrics.csv and the report; the networks are those of the checkpoint after step %d, and go on as if nothing were lost"
              .formatted(history(), lost, checkpoint.state().steps().get(HandwrittenLearner.NAME)));
    }
  }

  /**
   * @param whole whether it must be, with all that was measured before
   */
  private Checkpoint read(long step, boolean whole) throws IOException, DamagedException {
    CheckpointDescription description = description(step);
    Path file = path.resolve(name(step) + ARRAYS);
    requireFile(file);
    if (!checksum(file).equals(description.arraysSha256())) {
      throw new DamagedException("the checksum of %s does not fit".formatted(file.getFileName()));
    }
    History.Told told =
        History.read(history(), description.historyBytes(), description.historySha256());
    if (whole && !told.whole()) {
      throw new DamagedException("the checksum of %s does not fit".formatted(HISTORY));
    }
    TrainingState state =
        new TrainingState(
            description.epoch(),
            description.batch(),
            description.sums(),
            description.steps(),
            NumpyArchive.read(file));
    return new Checkpoint(state, told, description);
  }

  CheckpointDescription description(long step) throws IOException, DamagedException {
    return SealedJson.read(path.resolve(name(step) + DESCRIPTION), CheckpointDescription.class);
  }

  /** Removes a checkpoint; without its description, what is left of it is none. */
  void remove(long step) throws IOException {
    Files.deleteIfExists(path.resolve(name(step) + DESCRIPTION));
    Files.deleteIfExists(path.resolve(name(step) + ARRAYS));
  }

  /** Removes what a process left half-written when it was killed. */
  void clean() throws IOException {
    for (Path folder : List.of(path, path.toAbsolutePath().getParent())) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(CheckpointFolder::halfWritten).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static boolean halfWritten(Path file) {
    String name = file.getFileName().toString();
    boolean lonely =
        name.matches("\\d{10,18}\\" + ARRAYS)
            && !Files.exists(file.resolveSibling(name.replace(ARRAYS, DESCRIPTION)));
    return lonely || name.matches("\\..*\\.tmp");
  }

  /**
   * @throws DamagedException if there is no such file, or something else in its place
   */
  static void requireFile(Path file) throws DamagedException {
    if (!Files.isRegularFile(file)) {
      throw new DamagedException(
          "%s %s".formatted(file.getFileName(), Files.exists(file) ? "is no file" : "is missing"));
    }
  }

  private static String checksum(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Sha256.of(in);
    }
  }

  private static String name(long step) {
    return "%010d".formatted(step);
  }
}
