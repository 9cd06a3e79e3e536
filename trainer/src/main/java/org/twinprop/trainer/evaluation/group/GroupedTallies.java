package org.twinprop.trainer.evaluation.group;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The tallies of everyone and of each group.
 *
 * @param overall of everyone
 * @param columns by the name of a group column, in order, then by the name of a group
 * @param <T> what is tallied
 */
public record GroupedTallies<T>(T overall, Map<String, Map<String, T>> columns) {
  /** Keeps unmodifiable copies, groups in alphabetical order. */
  public GroupedTallies {
    Map<String, Map<String, T>> copies = new LinkedHashMap<>();
    columns.forEach(
        (column, groups) -> copies.put(column, Collections.unmodifiableMap(new TreeMap<>(groups))));
    columns = Collections.unmodifiableMap(copies);
  }

  /** The same groups with every tally changed. */
  public <R> GroupedTallies<R> map(Function<T, R> change) {
    Map<String, Map<String, R>> changed = new LinkedHashMap<>();
    columns.forEach(
        (column, groups) -> {
          Map<String, R> all = new TreeMap<>();
          groups.forEach((group, tally) -> all.put(group, change.apply(tally)));
          changed.put(column, all);
        });
    return new GroupedTallies<>(change.apply(overall), changed);
  }
}
