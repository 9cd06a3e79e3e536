package org.twinprop.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One way to divide examples into groups (population, writer, digit): a group for every row. */
public final class GroupColumn {
  private final String name;
  private final List<String> groups;
  private final int[] groupOfRow;

  private GroupColumn(String name, List<String> groups, int[] groupOfRow) {
    this.name = name;
    this.groups = List.copyOf(groups);
    this.groupOfRow = groupOfRow;
  }

  /**
   * @param name of the column, e.g. writer
   * @param rows the group of each row, in the order of the rows; no nulls
   */
  public static GroupColumn of(String name, List<String> rows) {
    Map<String, Integer> numbers = new HashMap<>();
    List<String> groups = new ArrayList<>();
    int[] groupOfRow = new int[rows.size()];
    for (int row = 0; row < groupOfRow.length; row++) {
      groupOfRow[row] = numbers.computeIfAbsent(rows.get(row), group -> numbers.size());
      if (groupOfRow[row] == groups.size()) {
        groups.add(rows.get(row));
      }
    }
    return new GroupColumn(name, groups, groupOfRow);
  }

  /**
   * The column of this name.
   *
   * @param examples what they are columns of, for the message
   * @throws BadInput if there is none; the message lists those that exist
   */
  public static GroupColumn named(String name, List<GroupColumn> columns, String examples) {
    return columns.stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInput(
                    "no group column '%s' in %s; there are: %s"
                        .formatted(
                            name,
                            examples,
                            String.join(", ", columns.stream().map(GroupColumn::name).toList()))));
  }

  /** The name of the column. */
  public String name() {
    return name;
  }

  /** The number of rows. */
  public int size() {
    return groupOfRow.length;
  }

  /** Each group once, in order of first appearance. */
  public List<String> groups() {
    return groups;
  }

  /** The group of one row. */
  public String group(int row) {
    return groups.get(groupOfRow[row]);
  }
}
