package org.twinprop.data.table;

import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.data.ArrayFill;
import org.twinprop.data.Examples;
import org.twinprop.data.GroupColumn;

/**
 * The rows of a table before anything is fitted to them, to be divided: the input of each is its
 * number; the class is that of its target, or the same for all of a regression, to divide alike.
 */
record RowNumbers(String description, int[] classes, List<GroupColumn> groups) implements Examples {
  @Override
  public int size() {
    return classes.length;
  }

  @Override
  public long[] inputShape() {
    return new long[] {1};
  }

  @Override
  public List<String> classNames() {
    return List.of();
  }

  @Override
  public long[] targetShape() {
    return new long[] {1};
  }

  @Override
  public void inputs(int[] rows, INDArray into) {
    ArrayFill.fill(
        into, rows.length, inputShape(), (position, values) -> values[0] = rows[position]);
  }

  @Override
  public void targets(int[] rows, INDArray into) {
    inputs(rows, into);
  }

  @Override
  public int classOf(int row) {
    return classes[row];
  }

  @Override
  public List<String> groupColumns() {
    return groups.stream().map(GroupColumn::name).toList();
  }

  @Override
  public String group(String column, int row) {
    return GroupColumn.named(column, groups, description).group(row);
  }

  /** Which rows a part of these holds. */
  static int[] of(Examples part) {
    try (INDArray numbers = Nd4j.create(DataType.DOUBLE, part.size(), 1)) {
      part.inputs(IntStream.range(0, part.size()).toArray(), numbers);
      return numbers.data().asInt();
    }
  }
}
