package org.twinprop.experiments.tasks;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.twinprop.data.BadInput;
import org.twinprop.data.Examples;
import org.twinprop.data.made.FirstSymbol;
import org.twinprop.data.made.Opinions;

/**
 * A task whose examples are made by rules, the same in every run whatever its seed, so that runs
 * can be compared.
 *
 * @param name as experiment files call it
 * @param title what it is about
 * @param examples what its examples are, in the plural
 * @param origin how they come to be
 * @param epochs that it takes
 * @param train to learn from, and to hold out from
 * @param test of nobody and nothing that is learned from
 */
record MadeTask(
    String name, String title, String examples, String origin, int epochs, Maker train, Maker test)
    implements Task {
  static final Task FIRST_SYMBOL =
      new MadeTask(
          "first-symbol",
          "Remembering the first symbol",
          "sequences",
          "sequences of 2 to 39 symbols made by chance; the class of each is its first symbol",
          20,
          () -> FirstSymbol.draw("train", 3_000, 1),
          () -> FirstSymbol.draw("test", 2_000, 2));

  static final Task OPINIONS =
      new MadeTask(
          "opinions",
          "Praise or blame, in two dialects",
          "sentences",
          "sentences about a meal, made by rules: each is praise or blame, and its writer from town"
              + " or from the harbour, where one word means the opposite",
          10,
          () -> Opinions.draw("train", 100, 40, 0, 1),
          () -> Opinions.draw("test", 50, 40, 100, 2));

  private static final String CAUTION =
      "These %s were made by a program, not by people: they show what a network can learn, and say"
          + " nothing about anyone.";

  /** Makes the examples of one part. */
  interface Maker {
    Examples make();
  }

  /**
   * @throws BadInput if a folder is named
   */
  @Override
  public TaskData load(Optional<Path> folder, OptionalInt limit, long seed) {
    if (folder.isPresent()) {
      throw new BadInput(
          "the experiment %s makes its %s itself: leave 'data' out, which is %s"
              .formatted(name, examples, folder.get()));
    }
    Wording wording =
        new Wording(title, examples, origin, "", CAUTION.formatted(examples), "made on its own");
    return TaskData.split(train.make(), test.make(), limit, seed, List.of(), wording, epochs);
  }
}
