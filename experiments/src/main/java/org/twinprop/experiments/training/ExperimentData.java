package org.twinprop.experiments.training;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.twinprop.data.DataFolder;
import org.twinprop.data.DigitSource;
import org.twinprop.data.Examples;
import org.twinprop.data.Mnist;
import org.twinprop.data.SourceFile;
import org.twinprop.data.Split;
import org.twinprop.data.Splits;
import org.twinprop.data.pen.PenDigits;

/**
 * Digits in three parts, nobody's digits in two of them where writers are known.
 *
 * @param train to learn from
 * @param validation to measure on after every epoch
 * @param test for the last word
 * @param files that were read; none for embedded digits
 * @param folder that they were read from; empty for embedded digits
 */
record ExperimentData(
    Examples train,
    Examples validation,
    Examples test,
    List<SourceFile> files,
    Optional<DataFolder> folder) {
  private static final String WRITER = "writer";
  private static final double VALIDATION_SHARE = 0.05;

  /** The embedded digits are the same in every run, whatever its seed. */
  private static final long PEN_SEED = 1;

  /**
   * @param option the folder of {@code --data}
   * @param limit about how many digits to learn from, whole writers each; all if empty
   * @param seed of the draw of writers
   * @throws org.twinprop.data.BadInput if a folder is named that does not hold the digits
   */
  static ExperimentData load(Optional<Path> option, OptionalInt limit, long seed) {
    Optional<DataFolder> folder = DataFolder.resolve(option);
    DigitSource source =
        folder.map(found -> Mnist.load(found.path())).orElseGet(() -> PenDigits.source(PEN_SEED));
    Split split = split(source.train(), VALIDATION_SHARE, seed);
    double wanted = limit.isPresent() ? limit.getAsInt() : Double.POSITIVE_INFINITY;
    return new ExperimentData(
        limited(split.kept(), wanted, seed),
        limited(split.heldOut(), VALIDATION_SHARE * wanted, seed),
        source.test(),
        source.provenance(),
        folder);
  }

  private static Examples limited(Examples all, double wanted, long seed) {
    return wanted < all.size() ? split(all, wanted / all.size(), seed).heldOut() : all;
  }

  /** By writer where writers are known, and where there are two to be parted. */
  private static Split split(Examples all, double share, long seed) {
    return writers(all) > 1
        ? Splits.byGroup(all, WRITER, share, seed)
        : Splits.byExample(all, share, seed);
  }

  /** How many people wrote these; 0 if that is not known. */
  static long writers(Examples examples) {
    return writersOf(examples).size();
  }

  private static Set<String> writersOf(Examples examples) {
    return examples.groupColumns().contains(WRITER)
        ? IntStream.range(0, examples.size())
            .mapToObj(row -> examples.group(WRITER, row))
            .collect(Collectors.toSet())
        : Set.of();
  }

  /**
   * Why the test may be about people whom the networks know; empty if it is sure that nobody's
   * digits are both learned from and tested with.
   */
  Optional<String> acquaintance() {
    Set<String> testers = writersOf(test);
    if (testers.isEmpty() || writersOf(train).isEmpty()) {
      return Optional.of("who wrote them is not known: one writer may be in two of them");
    }
    Set<String> known = new HashSet<>(writersOf(train));
    known.addAll(writersOf(validation));
    known.retainAll(testers);
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "of the writers to test, %d wrote digits to learn from too".formatted(known.size()));
  }

  boolean embedded() {
    return folder.isEmpty();
  }

  /** Where the digits are from, and what to do about it. */
  String origin() {
    return folder
        .map(found -> "MNIST in %s (%s)".formatted(found.path(), found.origin()))
        .orElse("digits drawn by a pen model, embedded in the program");
  }
}
