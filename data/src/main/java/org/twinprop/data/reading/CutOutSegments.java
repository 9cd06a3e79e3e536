package org.twinprop.data.reading;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.twinprop.data.DigitExamples;
import org.twinprop.data.GroupColumn;
import org.twinprop.data.check.CheckRenderer;
import org.twinprop.data.check.CheckTruth;
import org.twinprop.data.check.CheckWriters;
import org.twinprop.data.check.Damage;
import org.twinprop.data.check.RenderedCheck;
import org.twinprop.data.pen.Chance;

/**
 * What a reader of amounts finds in photos of checks: made amounts, cut apart by the very steps
 * that read them, each piece of ink named by what is known of where the digits are.
 *
 * <p>Most of what a reader tries is no digit: parts of one, two of them, commas, strokes. It is a
 * class of its own, as in LeCun, Bottou, Bengio and Haffner (1998), section VII.
 */
public final class CutOutSegments {
  /** The class of all that is no digit, after those of the digits. */
  public static final int NO_DIGIT = 10;

  /** Of all that is no digit there is much more; this much of it, for each digit, is learned. */
  private static final int OTHERS = 2;

  private static final List<String> CLASS_NAMES =
      Stream.concat(DigitExamples.CLASS_NAMES.stream(), Stream.of("no digit")).toList();

  private CutOutSegments() {}

  /**
   * @param writers of the amounts
   * @param amounts how many
   * @param seed same seed, same images
   * @return digits, and at most twice as many of what is none, with the groups of their writers
   */
  public static DigitExamples of(CheckWriters writers, int amounts, long seed) {
    CheckRenderer renderer = new CheckRenderer(writers, Damage.MODERATE);
    List<Found> found =
        IntStream.range(0, amounts)
            .parallel()
            .mapToObj(i -> found(renderer.renderAmount(seed, i), Chance.of(seed, ~i)))
            .flatMap(List::stream)
            .toList();
    byte[] classes = new byte[found.size()];
    ByteBuffer pixels =
        ByteBuffer.allocate(found.size() * DigitNormalisation.SIZE * DigitNormalisation.SIZE);
    for (int i = 0; i < classes.length; i++) {
      classes[i] = (byte) found.get(i).digit();
      pixels.put(found.get(i).image());
    }
    return new DigitExamples(
        writers + ", as cut out of photos of checks",
        pixels.rewind(),
        DigitNormalisation.SIZE,
        DigitNormalisation.SIZE,
        classes,
        CLASS_NAMES,
        List.of(
            GroupColumn.of(
                "population", found.stream().map(one -> one.truth().population()).toList()),
            GroupColumn.of("writer", found.stream().map(one -> one.truth().writer()).toList())));
  }

  /**
   * These and digits alone, in one.
   *
   * @param segments as made here
   * @param digits of the same groups
   * @param rows of these digits, to be taken
   * @return the segments in their order, then the digits, with the groups "population" and "writer"
   */
  public static DigitExamples with(DigitExamples segments, DigitExamples digits, int[] rows) {
    int size = segments.size() + rows.length;
    byte[] classes = new byte[size];
    ByteBuffer pixels =
        ByteBuffer.allocate(size * DigitNormalisation.SIZE * DigitNormalisation.SIZE);
    for (int i = 0; i < size; i++) {
      boolean first = i < segments.size();
      DigitExamples of = first ? segments : digits;
      int row = first ? i : rows[i - segments.size()];
      classes[i] = (byte) of.classOf(row);
      pixels.put(of.image(row));
    }
    return new DigitExamples(
        segments.description(),
        pixels.rewind(),
        DigitNormalisation.SIZE,
        DigitNormalisation.SIZE,
        classes,
        CLASS_NAMES,
        Stream.of("population", "writer").map(name -> both(name, segments, digits, rows)).toList());
  }

  private static GroupColumn both(
      String name, DigitExamples segments, DigitExamples digits, int[] rows) {
    return GroupColumn.of(
        name,
        Stream.concat(
                IntStream.range(0, segments.size()).mapToObj(row -> segments.group(name, row)),
                Arrays.stream(rows).mapToObj(row -> digits.group(name, row)))
            .toList());
  }

  /** A segment that is known. */
  private record Found(int digit, byte[] image, CheckTruth truth) {}

  private static List<Found> found(RenderedCheck check, Chance chance) {
    CheckTruth truth = check.truth();
    CheckPart part = CheckPart.of(check, chance);
    List<Box> places = truth.digits().stream().map(digit -> part.place(digit.box())).toList();
    List<Segmentation> ways = Segmentation.of(part.ink(), CheckReader.SCALE);
    if (ways.isEmpty()) {
      return List.of();
    }
    Segmentation way = chance.oneOf(ways);
    Ownership ownership = new Ownership(places, way.writing());
    List<Found> found = new ArrayList<>();
    List<Segment> others = new ArrayList<>();
    for (Segment segment : way.segments()) {
      int owner = ownership.owner(segment.own());
      if (owner >= 0) {
        found.add(new Found(truth.digits().get(owner).digit(), segment.image(), truth));
      } else if (owner == Ownership.NOBODY) {
        others.add(segment);
      }
    }
    for (int i = OTHERS * found.size(); i > 0 && !others.isEmpty(); i--) {
      Segment other = others.remove(chance.below(others.size()));
      found.add(new Found(NO_DIGIT, other.image(), truth));
    }
    return found;
  }
}
