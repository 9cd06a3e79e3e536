package org.twinprop.trainer.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.twinprop.data.Examples;
import org.twinprop.trainer.evaluation.Predictions;

/**
 * How often a network is wrong about each group of one column, in alphabetical order.
 *
 * @param all every group, the small ones too
 */
public record GroupErrors(List<GroupError> all) {
  /** Where there are no groups. */
  public static final GroupErrors NONE = new GroupErrors(List.of());

  /**
   * @param column the kind of group, of the examples' own
   * @param minimum examples below which a group does not count
   */
  public static GroupErrors of(Predictions predictions, String column, int minimum) {
    Map<String, List<Integer>> rows = new TreeMap<>();
    Examples examples = predictions.examples();
    for (int row = 0; row < predictions.size(); row++) {
      rows.computeIfAbsent(examples.group(column, row), group -> new ArrayList<>()).add(row);
    }
    List<GroupError> errors = new ArrayList<>();
    rows.forEach(
        (group, its) ->
            errors.add(
                new GroupError(
                    group, its.size(), some(predictions, its).error(), its.size() < minimum)));
    return new GroupErrors(errors);
  }

  private static Predictions some(Predictions all, List<Integer> rows) {
    float[][] outputs = rows.stream().map(row -> all.outputs()[row]).toArray(float[][]::new);
    Examples examples = all.examples().select(rows.stream().mapToInt(Integer::intValue).toArray());
    return new Predictions(all.network(), examples, outputs, all.loss(), all.seconds());
  }

  /** How many groups are large enough to count. */
  public long counted() {
    return errors().count();
  }

  /** The group that counts with the largest error; empty without one. */
  public Optional<GroupError> worstGroup() {
    return all.stream()
        .filter(group -> !group.small())
        .max(Comparator.comparingDouble(GroupError::error));
  }

  /** NaN without a group that counts. */
  public double worst() {
    return errors().max().orElse(Double.NaN);
  }

  /** NaN without two groups that count. */
  public double largestGap() {
    return counted() < 2 ? Double.NaN : worst() - errors().min().orElseThrow();
  }

  private DoubleStream errors() {
    return all.stream().filter(group -> !group.small()).mapToDouble(GroupError::error);
  }
}
