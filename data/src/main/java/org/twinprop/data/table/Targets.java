package org.twinprop.data.table;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.twinprop.data.GroupColumn;

/** Classes and groups from the texts of a column. */
final class Targets {
  /** Of numbers, more different values than these are put into quarters. */
  static final int MOST_GROUPS_OF_NUMBERS = 10;

  private Targets() {}

  /** In the order of numbers where they are numbers, else of letters. */
  static List<String> classNames(ColumnFacts target) {
    Comparator<String> order =
        target.numeric() && target.notNumbers() == 0
            ? Comparator.comparingDouble((String text) -> CellText.number(text).orElse(Double.NaN))
            : Comparator.naturalOrder();
    return target.counts().keySet().stream()
        .sorted(order.thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /** The class number of each row. */
  static int[] classes(ColumnFacts target, List<String> names) {
    Map<String, Integer> numbers = new HashMap<>();
    names.forEach(name -> numbers.put(name, numbers.size()));
    return target.texts().stream().mapToInt(numbers::get).toArray();
  }

  /** The texts as groups, those that say nothing together. */
  static GroupColumn texts(ColumnFacts column) {
    return GroupColumn.of(
        column.name(),
        column.texts().stream()
            .map(text -> CellText.missing(text) ? CellText.MISSING : text)
            .toList());
  }
}
