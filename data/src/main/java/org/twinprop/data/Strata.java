package org.twinprop.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Divides examples by what all parts of a split should have in the same shares: their classes, or
 * the groups of a column.
 */
public final class Strata {
  private final int[] ofRow;
  private final int[] sizes;

  private Strata(int[] ofRow) {
    this.ofRow = ofRow;
    sizes = new int[Arrays.stream(ofRow).max().orElse(-1) + 1];
    Arrays.stream(ofRow).forEach(stratum -> sizes[stratum]++);
  }

  /** All examples are alike. */
  public static Strata none(Examples all) {
    return new Strata(new int[all.size()]);
  }

  /**
   * By class.
   *
   * @throws BadInput of a regression, which has none
   */
  public static Strata byClass(Examples all) {
    if (all.classNames().isEmpty()) {
      throw new BadInput(
          "cannot stratify %s by class: numbers are predicted, not classes; name a group column"
              .formatted(all.description()));
    }
    return numbered(IntStream.range(0, all.size()).mapToObj(all::classOf).toList());
  }

  /**
   * By a group column.
   *
   * @throws BadInput if there is no such column
   */
  public static Strata byGroup(Examples all, String column) {
    return numbered(
        IntStream.range(0, all.size()).mapToObj(row -> all.group(column, row)).toList());
  }

  private static Strata numbered(List<?> keys) {
    Map<Object, Integer> numbers = new HashMap<>();
    return new Strata(
        keys.stream()
            .mapToInt(key -> numbers.computeIfAbsent(key, name -> numbers.size()))
            .toArray());
  }

  /** The stratum of an example, from 0. */
  int of(int row) {
    return ofRow[row];
  }

  int count() {
    return sizes.length;
  }

  /** How many examples are in a stratum. */
  int size(int stratum) {
    return sizes[stratum];
  }
}
