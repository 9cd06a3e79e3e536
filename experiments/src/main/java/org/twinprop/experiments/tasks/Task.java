package org.twinprop.experiments.tasks;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.reading.WholeChecks;

/** Something to learn. All else about an experiment is the same, whatever the task. */
public interface Task {
  /** As experiment files and run folders call it. */
  String name();

  /**
   * The folder that {@link #load} reads, be it named or found; empty if it reads none.
   *
   * @param named the folder that a person named
   */
  default Optional<Path> folder(Optional<Path> named) {
    return named;
  }

  /** Whether it reads its examples from a folder. */
  default boolean readsFolder() {
    return false;
  }

  /**
   * The same with what a person says about data of their own.
   *
   * @throws BadInput if anything is said that it does not take
   */
  default Task with(DataChoices said) {
    for (String key : said.toMap().keySet()) {
      if (!takes().contains(key)) {
        throw new BadInput(
            "the experiment %s takes no '%s': leave it out, or take an experiment that does (%s)"
                .formatted(name(), key, String.join(", ", Tasks.taking(key))));
      }
    }
    return saying(said);
  }

  /** What it lets a person say about data, by keys of experiment files. */
  default Set<String> takes() {
    return Set.of();
  }

  /** The same with what it takes. */
  default Task saying(DataChoices said) {
    return this;
  }

  /** What makes it this task and not another of its name, by keys of experiment files. */
  default Map<String, Object> settings() {
    return Map.of();
  }

  /** Whether {@link #wholeChecks} are wanted of it. */
  default boolean readsChecks() {
    return false;
  }

  /**
   * Whole checks to read with the network when it was tested, by writers whom it does not know;
   * empty if it is not made for that.
   *
   * @param folder that {@link #load} was given
   */
  default Optional<WholeChecks> wholeChecks(Optional<Path> folder) {
    return Optional.empty();
  }

  /**
   * Finds or makes the examples.
   *
   * @param folder of files to read; only a task of files may be given one
   * @param limit about how many examples to learn from; all if empty
   * @param seed of the draw of what is held out
   * @throws org.twinprop.data.BadInput if the folder does not hold the examples, or none is read
   */
  TaskData load(Optional<Path> folder, OptionalInt limit, long seed);
}
