package org.twinprop.data.pen;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.twinprop.data.DigitExamples;
import org.twinprop.data.DigitSource;
import org.twinprop.data.GroupColumn;

/**
 * Digits of simulated writers: the data of a machine that has no other. Every example has the group
 * columns "population" ({@link Population#title()}), "writer" and "digit".
 */
public final class PenDigits {
  private static final int TRAIN_WRITERS = 120;
  private static final int TEST_WRITERS = 40;
  private static final int DIGITS_PER_WRITER = 50;
  private static final Population[] POPULATIONS = Population.values();

  private static final long STANDARD_SEED = 4;

  /** A digit that one writer of the crowd is to write. */
  private record Assignment(int writer, int digit) {}

  private PenDigits() {}

  /** The standard set, the same everywhere and always: {@link #source(long)} with a fixed seed. */
  public static DigitSource source() {
    return source(STANDARD_SEED);
  }

  /**
   * 6,000 digits of 120 writers to train with and 2,000 digits of 40 others to test with.
   *
   * @param seed the same seed gives the same bytes on every machine
   */
  public static DigitSource source(long seed) {
    List<Writer> crowd = crowd(TRAIN_WRITERS + TEST_WRITERS, seed);
    DigitExamples train = written("train", crowd, 0, TRAIN_WRITERS, DIGITS_PER_WRITER);
    DigitExamples test =
        written("test", crowd, TRAIN_WRITERS, TRAIN_WRITERS + TEST_WRITERS, DIGITS_PER_WRITER);
    return new DigitSource(train, test, List.of());
  }

  /**
   * Digits of a crowd in which populations and digits are as even as the numbers allow.
   * Neighbouring rows are of different writers, populations and digits, so that the first rows are
   * a fair sample.
   *
   * @param writers at least 1
   * @param digitsPerWriter at least 1; every tenth is the same digit
   * @param seed the same seed gives the same bytes on every machine
   */
  public static DigitExamples draw(int writers, int digitsPerWriter, long seed) {
    if (writers < 1 || digitsPerWriter < 1) {
      throw new IllegalArgumentException(
          "%d writers of %d digits each: both must be at least 1"
              .formatted(writers, digitsPerWriter));
    }
    return written("all", crowd(writers, seed), 0, writers, digitsPerWriter);
  }

  private static List<Writer> crowd(int writers, long seed) {
    Chance chance = Chance.of(seed);
    List<Writer> crowd = new ArrayList<>();
    for (int i = 0; i < writers; i++) {
      crowd.add(new Writer(POPULATIONS[i % POPULATIONS.length], chance.split()));
    }
    return crowd;
  }

  private static DigitExamples written(
      String part, List<Writer> crowd, int from, int to, int digitsPerWriter) {
    List<Assignment> assignments = assignments(from, to, digitsPerWriter);
    byte[] classes = new byte[assignments.size()];
    ByteBuffer images =
        ByteBuffer.allocate(classes.length * Normalisation.SIZE * Normalisation.SIZE);
    for (int row = 0; row < classes.length; row++) {
      Assignment assignment = assignments.get(row);
      classes[row] = (byte) assignment.digit();
      images.put(crowd.get(assignment.writer()).write(assignment.digit()));
    }
    return new DigitExamples(
        description(part, classes.length, to - from),
        images.flip(),
        Normalisation.SIZE,
        Normalisation.SIZE,
        classes,
        groups(crowd, assignments));
  }

  private static List<Assignment> assignments(int from, int to, int digitsPerWriter) {
    List<Assignment> assignments = new ArrayList<>();
    for (int round = 0; round < digitsPerWriter; round++) {
      for (int writer = from; writer < to; writer++) {
        assignments.add(new Assignment(writer, (writer + round) % 10));
      }
    }
    return assignments;
  }

  private static List<GroupColumn> groups(List<Writer> crowd, List<Assignment> assignments) {
    return List.of(
        GroupColumn.of(
            "population",
            assignments.stream().map(a -> crowd.get(a.writer()).population().title()).toList()),
        GroupColumn.of(
            "writer", assignments.stream().map(a -> "pen %03d".formatted(a.writer())).toList()));
  }

  private static String description(String part, int digits, int writers) {
    return "digits drawn by a pen model (%s: %,d digits by %,d simulated writers)"
        .formatted(part, digits, writers);
  }
}
