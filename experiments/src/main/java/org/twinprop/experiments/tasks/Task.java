package org.twinprop.experiments.tasks;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

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
   * Finds or makes the examples.
   *
   * @param folder of files to read; only a task of files may be given one
   * @param limit about how many examples to learn from; all if empty
   * @param seed of the draw of what is held out
   * @throws org.twinprop.data.BadInput if the folder does not hold the examples, or none is read
   */
  TaskData load(Optional<Path> folder, OptionalInt limit, long seed);
}
