package org.twinprop.trainer.mitigation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.twinprop.data.BadInput;
import org.twinprop.data.Examples;

/**
 * The groups of a column by number.
 *
 * @param names of the groups, in order of first appearance
 * @param ofRow the number of each example's group
 * @param sizes examples of each group
 */
record GroupNumbers(List<String> names, int[] ofRow, int[] sizes) {
  /**
   * @throws BadInput if there is no such column, or a single group
   */
  static GroupNumbers of(Examples examples, String column) {
    Map<String, Integer> numbers = new HashMap<>();
    List<String> names = new ArrayList<>();
    int[] ofRow = new int[examples.size()];
    for (int row = 0; row < ofRow.length; row++) {
      String name = examples.group(column, row);
      ofRow[row] = numbers.computeIfAbsent(name, group -> numbers.size());
      if (ofRow[row] == names.size()) {
        names.add(name);
      }
    }
    if (names.size() < 2) {
      throw new BadInput(
          "%s has a single group among the examples to learn from (%s): mitigate_by needs two or more"
              .formatted(column, String.join(", ", names)));
    }
    int[] sizes = new int[names.size()];
    for (int group : ofRow) {
      sizes[group]++;
    }
    return new GroupNumbers(names, ofRow, sizes);
  }
}
