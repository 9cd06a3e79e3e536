package org.twinprop.experiments.tasks;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.twinprop.data.BadInput;
import org.twinprop.data.DataFolder;
import org.twinprop.data.DigitExamples;
import org.twinprop.data.DigitSource;
import org.twinprop.data.Mnist;
import org.twinprop.data.check.CheckWriters;
import org.twinprop.data.pen.PenDigits;
import org.twinprop.experiments.reading.WholeChecks;

/**
 * Digits as people write them on checks; without files, digits drawn by a pen model.
 *
 * @param checks how many whole checks to read at the end
 */
record DigitsOfChecks(int checks) implements Task {
  private static final String TITLE = "Digits of check amounts";
  private static final int EPOCHS = 3;

  /** The checks to read at the end are the same in every run, whatever its seed. */
  private static final long CHECKS_SEED = 2;

  /** The embedded digits are a tenth of MNIST's, so that more passes cost less. */
  private static final int EMBEDDED_EPOCHS = 8;

  /** The embedded digits are the same in every run, whatever its seed. */
  static final long PEN_SEED = 1;

  static final String ADVICE =
      "(real handwriting: './twinprop data get mnist' fetches 12 MB, once)";
  static final String CAUTION =
      "These digits were drawn by a program, not by people: they show that everything works,"
          + " and say nothing about anyone's handwriting.";

  @Override
  public String name() {
    return "checks";
  }

  @Override
  public Set<String> takes() {
    return Set.of("read");
  }

  @Override
  public Task saying(DataChoices said) {
    return new DigitsOfChecks(said.read().orElse(0));
  }

  @Override
  public Map<String, Object> settings() {
    return checks > 0 ? Map.of("read", checks) : Map.of();
  }

  @Override
  public boolean readsChecks() {
    return checks > 0;
  }

  @Override
  public boolean readsFolder() {
    return true;
  }

  @Override
  public Optional<Path> folder(Optional<Path> named) {
    return DataFolder.resolve(named).map(DataFolder::path);
  }

  /**
   * @throws BadInput if a folder is named that does not hold the digits, or nobody knows who wrote
   *     them, and whole checks are to be read
   */
  @Override
  public TaskData load(Optional<Path> option, OptionalInt limit, long seed) {
    Optional<DataFolder> folder = DataFolder.resolve(option);
    DigitSource source = source(folder);
    if (checks > 0) {
      requireWriters(source);
    }
    return TaskData.split(
        source.train(),
        source.test(),
        limit,
        seed,
        source.provenance(),
        folder.map(this::ofFiles).orElseGet(this::embedded),
        folder.isPresent() ? EPOCHS : EMBEDDED_EPOCHS);
  }

  static DigitSource source(Optional<DataFolder> folder) {
    return folder
        .map(found -> Mnist.load(found.path()))
        .orElseGet(() -> PenDigits.source(PEN_SEED));
  }

  @Override
  public Optional<WholeChecks> wholeChecks(Optional<Path> folder) {
    return checks == 0 ? Optional.empty() : wholeChecks(folder, checks);
  }

  /**
   * @throws BadInput if it is not known who wrote the digits, so that no check can be composed
   */
  static void requireWriters(DigitSource source) {
    if (!knowsWriters(source)) {
      throw new BadInput(
          "whole checks cannot be read: a check is written by one person, and for lack of QMNIST's files nobody knows who wrote the digits; leave 'read' (--read) out, or fetch them: ./twinprop data get mnist");
    }
  }

  private static boolean knowsWriters(DigitSource source) {
    return source.test().groupColumns().contains(TaskData.WRITER);
  }

  /** Checks by the writers to test; none where nobody knows who wrote the digits. */
  static Optional<WholeChecks> wholeChecks(Optional<Path> folder, int checks) {
    DigitSource source = source(DataFolder.resolve(folder));
    return checks > 0 && knowsWriters(source)
        ? Optional.of(
            new WholeChecks(
                CheckWriters.of((DigitExamples) source.test()),
                (DigitExamples) source.train(),
                checks,
                CHECKS_SEED))
        : Optional.empty();
  }

  private Wording ofFiles(DataFolder found) {
    String origin = "MNIST in %s (%s)".formatted(found.path(), found.origin());
    return new Wording(TITLE, "digits", origin, "", "", "");
  }

  private Wording embedded() {
    String origin = "digits drawn by a pen model, embedded in the program";
    return new Wording(TITLE, "digits", origin, ADVICE, CAUTION, "");
  }
}
