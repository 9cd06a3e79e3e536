package org.twinprop.experiments.tasks;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.twinprop.data.DataFolder;
import org.twinprop.data.DigitExamples;
import org.twinprop.data.DigitSource;
import org.twinprop.data.DistortedDigits;
import org.twinprop.data.Examples;
import org.twinprop.data.Split;
import org.twinprop.data.Splits;
import org.twinprop.data.check.CheckWriters;
import org.twinprop.data.reading.CutOutDigits;
import org.twinprop.data.reading.CutOutSegments;
import org.twinprop.experiments.reading.WholeChecks;

/**
 * The digits of {@link DigitsOfChecks}, as they look when they were cut out of photos of checks:
 * what a network has to know that reads whole checks.
 *
 * @param said how many whole checks to read at the end; {@value #CHECKS} where nobody said
 */
record DigitsCutOut(Optional<Integer> said) implements Task {
  private static final String TITLE = "Digits cut out of photos of checks";

  /** How many different images are made of each digit to learn from; of each to test with, one. */
  private static final int COPIES = 2;

  /** How many whole checks are read at the end: a minute or two. */
  static final int CHECKS = 200;

  private static final long TEST_SEED = -1;
  private static final int EPOCHS = 3;

  /** The same for digits of which nobody knows who wrote them. */
  private static final int EPOCHS_ALONE = 4;

  /** The share of writers who are learned nothing from. */
  private static final double VALIDATION_SHARE = 0.1;

  private static final double AMOUNTS_PER_DIGIT = 0.05;

  /** How many hands each of these is learned in. */
  private static final int HANDS = 2;

  private static final int TEST_AMOUNTS = 300;
  private static final int EMBEDDED_EPOCHS = 2;

  @Override
  public String name() {
    return "check-reader";
  }

  @Override
  public Set<String> takes() {
    return Set.of("read");
  }

  @Override
  public Task saying(DataChoices choices) {
    return new DigitsCutOut(choices.read());
  }

  @Override
  public Map<String, Object> settings() {
    return Map.of("read", checks());
  }

  private int checks() {
    return said.orElse(CHECKS);
  }

  @Override
  public boolean readsChecks() {
    return checks() > 0;
  }

  @Override
  public boolean readsFolder() {
    return true;
  }

  @Override
  public Optional<Path> folder(Optional<Path> named) {
    return Tasks.CHECKS.folder(named);
  }

  /**
   * @throws org.twinprop.data.BadInput if a folder is named that does not hold the digits, or
   *     nobody knows who wrote them, and a person wants whole checks read
   */
  @Override
  public TaskData load(Optional<Path> option, OptionalInt limit, long seed) {
    Optional<DataFolder> folder = DataFolder.resolve(option);
    DigitSource source = DigitsOfChecks.source(folder);
    if (said.orElse(0) > 0) {
      DigitsOfChecks.requireWriters(source);
    }
    DigitExamples train = (DigitExamples) source.train();
    DigitExamples test = (DigitExamples) source.test();
    return train.groupColumns().contains(TaskData.WRITER)
        ? ofWriters(train, test, folder, source, limit, seed)
        : ofDigits(train, test, folder, source, limit, seed);
  }

  /**
   * Amounts in the hands of known writers, cut apart as they are read, and beside them each digit
   * by itself: amounts have few different digits, for each has to be drawn with all of its check.
   */
  private static TaskData ofWriters(
      DigitExamples train,
      DigitExamples test,
      Optional<DataFolder> folder,
      DigitSource source,
      OptionalInt limit,
      long seed) {
    Split split = Splits.byGroup(train, TaskData.WRITER, VALIDATION_SHARE, seed);
    int wanted = Math.min(train.size(), limit.orElse(Integer.MAX_VALUE));
    int amounts = Math.max(10, (int) Math.round(AMOUNTS_PER_DIGIT * wanted));
    Set<String> learnedFrom = TaskData.writersOf(split.kept());
    int[] alone =
        IntStream.range(0, train.size())
            .filter(row -> learnedFrom.contains(train.group(TaskData.WRITER, row)))
            .limit(wanted)
            .toArray();
    DigitExamples learned =
        CutOutSegments.with(
            CutOutSegments.of(writers(train, split.kept()), amounts, seed),
            CutOutDigits.of(train, 1, seed),
            alone);
    return new TaskData(
        new DistortedDigits(learned, HANDS, seed),
        CutOutSegments.of(
            writers(train, split.heldOut()),
            Math.max(10, (int) (VALIDATION_SHARE * amounts)),
            ~seed),
        CutOutSegments.of(CheckWriters.of(test), Math.min(amounts, TEST_AMOUNTS), TEST_SEED),
        source.provenance(),
        folder.map(DigitsCutOut::ofFiles).orElseGet(DigitsCutOut::embedded),
        folder.isPresent() ? EPOCHS : EMBEDDED_EPOCHS);
  }

  private static CheckWriters writers(DigitExamples digits, Examples some) {
    return CheckWriters.of(digits, TaskData.writersOf(some)::contains);
  }

  /** Digits by nobody knows whom: no amount can be made of them. */
  private static TaskData ofDigits(
      DigitExamples train,
      DigitExamples test,
      Optional<DataFolder> folder,
      DigitSource source,
      OptionalInt limit,
      long seed) {
    return TaskData.split(
        CutOutDigits.withPairs(train, COPIES, seed),
        CutOutDigits.withPairs(test, 1, TEST_SEED),
        limit,
        seed,
        source.provenance(),
        folder.map(DigitsCutOut::ofFiles).orElseGet(DigitsCutOut::embedded),
        EPOCHS_ALONE);
  }

  @Override
  public Optional<WholeChecks> wholeChecks(Optional<Path> folder) {
    return DigitsOfChecks.wholeChecks(folder, checks());
  }

  private static Wording ofFiles(DataFolder found) {
    String origin =
        "MNIST in %s (%s), drawn as photos of checks show them"
            .formatted(found.path(), found.origin());
    return new Wording(TITLE, "digits", origin, "", "", "");
  }

  private static Wording embedded() {
    String origin = "digits drawn by a pen model, as photos of checks show them";
    return new Wording(TITLE, "digits", origin, DigitsOfChecks.ADVICE, DigitsOfChecks.CAUTION, "");
  }
}
