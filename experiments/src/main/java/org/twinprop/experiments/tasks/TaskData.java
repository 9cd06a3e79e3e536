package org.twinprop.experiments.tasks;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.twinprop.data.BadInput;
import org.twinprop.data.Examples;
import org.twinprop.data.SourceFile;
import org.twinprop.data.Split;
import org.twinprop.data.Splits;
import org.twinprop.experiments.folder.Score;
import org.twinprop.layers.text.Nearest;
import org.twinprop.trainer.evaluation.RegressionFindings;

/**
 * Examples in three parts, nobody's examples in two of them where writers are known.
 *
 * @param train to learn from
 * @param validation to measure on after every epoch
 * @param test for the last word
 * @param files that were read; none for examples that the program made
 * @param wording how to speak of them
 * @param epochs that suit their number
 * @param table what the columns are, where the examples are rows of a table
 */
public record TaskData(
    Examples train,
    Examples validation,
    Examples test,
    List<SourceFile> files,
    Wording wording,
    int epochs,
    Optional<TableAccount> table) {
  /** Examples that are no table. */
  public TaskData(
      Examples train,
      Examples validation,
      Examples test,
      List<SourceFile> files,
      Wording wording,
      int epochs) {
    this(train, validation, test, files, wording, epochs, Optional.empty());
  }

  /** The group column of who wrote an example. */
  public static final String WRITER = "writer";

  private static final double VALIDATION_SHARE = 0.05;

  /**
   * @param all to learn from, of which a twentieth is held out for validation
   * @param limit about how many to learn from, whole writers each; all if empty
   * @param seed of the draw of writers
   */
  static TaskData split(
      Examples all,
      Examples test,
      OptionalInt limit,
      long seed,
      List<SourceFile> files,
      Wording wording,
      int epochs) {
    Split split = split(all, VALIDATION_SHARE, seed);
    double wanted = limit.isPresent() ? limit.getAsInt() : Double.POSITIVE_INFINITY;
    return new TaskData(
        limited(split.kept(), wanted, seed),
        limited(split.heldOut(), VALIDATION_SHARE * wanted, seed),
        test,
        files,
        wording,
        epochs);
  }

  /** The same task with other parts, such as those of a fold. */
  public TaskData with(Examples otherTrain, Examples otherValidation, Examples otherTest) {
    return new TaskData(otherTrain, otherValidation, otherTest, files, wording, epochs, table);
  }

  /** What is learned from and validated with, in one: all but the test. */
  public Examples learnable() {
    return new Split(train, validation).whole();
  }

  private static Examples limited(Examples all, double wanted, long seed) {
    return wanted < all.size() ? split(all, wanted / all.size(), seed).heldOut() : all;
  }

  /** By writer where writers are known, and where there are two to be parted. */
  private static Split split(Examples all, double share, long seed) {
    return Splits.by(all, Optional.of(WRITER).filter(column -> writers(all) > 1), share, seed);
  }

  /** How many people wrote these; 0 if that is not known. */
  public static long writers(Examples examples) {
    return writersOf(examples).size();
  }

  /** The people who wrote these; none if that is not known. */
  public static Set<String> writersOf(Examples examples) {
    return valuesOf(examples, WRITER);
  }

  private static Set<String> valuesOf(Examples examples, String column) {
    return examples.groupColumns().contains(column)
        ? IntStream.range(0, examples.size())
            .mapToObj(row -> examples.group(column, row))
            .collect(Collectors.toSet())
        : Set.of();
  }

  /** The group column of what examples belong together by: whole values of it are in one part. */
  public Optional<String> unit() {
    return wording
        .unit()
        .or(() -> Optional.of(WRITER).filter(column -> test.groupColumns().contains(column)));
  }

  /** How many writers, buildings and the like there are in a part; empty if that is not known. */
  public Optional<String> units(Examples part) {
    return unit()
        .map(column -> Map.entry(column, valuesOf(part, column).size()))
        .filter(count -> count.getValue() > 0)
        .map(
            count ->
                String.format(
                    Locale.ROOT,
                    "%s %,d %s",
                    count.getKey().equals(WRITER) ? "by" : "in",
                    count.getValue(),
                    count.getValue() == 1
                        ? RegressionFindings.unitOf(count.getKey())
                        : RegressionFindings.unitsOf(count.getKey())));
  }

  /** Whether numbers are predicted, not classes. */
  public boolean regression() {
    return train.classNames().isEmpty();
  }

  /**
   * @param place where it was named, for the message
   * @throws BadInput if the examples have no such column of groups; says which is nearest
   */
  public void requireGroupColumn(String column, String place) {
    List<String> columns = test.groupColumns();
    if (!columns.contains(column)) {
      throw new BadInput(
          "%s: there is no group column '%s' (%s)"
              .formatted(
                  place,
                  column,
                  columns.isEmpty() ? "these examples have none" : Nearest.hint(column, columns)));
    }
  }

  /** What networks are judged by. */
  public Score score() {
    return regression() ? Score.RMSE : Score.ACCURACY;
  }

  /**
   * Why the test may be about people whom the networks know; empty if it is sure that nobody's
   * examples are both learned from and tested with, or if no people wrote them.
   */
  public Optional<String> acquaintance() {
    if (wording.unit().isPresent()) {
      return Optional.empty();
    }
    Set<String> testers = writersOf(test);
    if (testers.isEmpty() || writersOf(train).isEmpty()) {
      return wording.apart().isEmpty()
          ? Optional.of(
              "who wrote them is not known, for lack of QMNIST's files: one writer may be in two of them")
          : Optional.empty();
    }
    Set<String> known = new HashSet<>(writersOf(train));
    known.addAll(writersOf(validation));
    known.retainAll(testers);
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "of the writers to test, %d wrote %s to learn from too"
                .formatted(known.size(), wording.examples()));
  }

  /** Whether it is known that the test is about people whom the networks have never seen. */
  public boolean byStrangers() {
    return wording.unit().isEmpty() && writers(test) > 0 && acquaintance().isEmpty();
  }

  /** Why nothing is in two parts, or what is. */
  public String separation() {
    if (wording.unit().isPresent()) {
      return "no %s is in two of them".formatted(RegressionFindings.unitOf(wording.unit().get()));
    }
    return acquaintance()
        .orElseGet(
            () -> byStrangers() ? "nobody wrote for two of them" : "each " + wording.apart());
  }

  /**
   * The kinds of groups that error rates are compared by: all but the writers or buildings, which
   * are many.
   */
  public List<String> comparedColumns() {
    return test.groupColumns().stream()
        .filter(column -> !unit().equals(Optional.of(column)))
        .toList();
  }

  /** Whether the examples can be looked at. */
  public boolean hasImages() {
    return test.inputShape().length == 3;
  }
}
