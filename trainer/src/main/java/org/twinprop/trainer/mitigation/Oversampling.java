package org.twinprop.trainer.mitigation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.twinprop.data.Examples;

/** Examples of small groups several times, so that all groups are as large as the largest. */
public final class Oversampling {
  private Oversampling() {}

  /**
   * Every example at least once. A group that goes k times into the largest, with a rest, comes k
   * times as a whole, and the rest of it is drawn by lot.
   *
   * @param train to learn from
   * @param column of the groups
   * @param seed same seed, same draw
   * @throws org.twinprop.data.BadInput if there is no such column, or a single group
   */
  public static Examples of(Examples train, String column, long seed) {
    GroupNumbers groups = GroupNumbers.of(train, column);
    int largest = Arrays.stream(groups.sizes()).max().orElseThrow();
    Random random = new Random(seed);
    List<Integer> rows = new ArrayList<>();
    for (int group = 0; group < groups.sizes().length; group++) {
      rows.addAll(drawn(rowsOf(groups, group), largest, random));
    }
    return train.select(rows.stream().mapToInt(Integer::intValue).toArray());
  }

  private static List<Integer> drawn(List<Integer> group, int wanted, Random random) {
    List<Integer> drawn = new ArrayList<>();
    while (drawn.size() + group.size() <= wanted) {
      drawn.addAll(group);
    }
    Collections.shuffle(group, random);
    drawn.addAll(group.subList(0, wanted - drawn.size()));
    return drawn;
  }

  private static List<Integer> rowsOf(GroupNumbers groups, int group) {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < groups.ofRow().length; row++) {
      if (groups.ofRow()[row] == group) {
        rows.add(row);
      }
    }
    return rows;
  }
}
