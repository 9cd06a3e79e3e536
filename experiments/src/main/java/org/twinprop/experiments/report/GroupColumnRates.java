package org.twinprop.experiments.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twinprop.trainer.evaluation.GroupErrorRate;
import org.twinprop.trainer.evaluation.GroupErrorRates;

/**
 * The error rates of one group column: for each group those of all networks, the group that the
 * first network is most often wrong about first, and groups of few examples last.
 *
 * @param column the kind of group
 * @param overall the row about everyone, of each network
 * @param groups the rows about each group, of each network in the same order
 */
record GroupColumnRates(
    String column, List<GroupErrorRate> overall, List<List<GroupErrorRate>> groups) {

  private static final Comparator<List<GroupErrorRate>> WORST_FIRST =
      Comparator.comparing((List<GroupErrorRate> group) -> group.get(0).small())
          .thenComparing(group -> -group.get(0).errorRate())
          .thenComparing(group -> group.get(0).group());

  /** All columns, in order of first appearance; groups without examples are left out. */
  static List<GroupColumnRates> of(List<GroupErrorRate> rates) {
    Map<String, Map<String, List<GroupErrorRate>>> columns = new LinkedHashMap<>();
    for (GroupErrorRate rate : rates) {
      if (rate.n() > 0) {
        columns
            .computeIfAbsent(rate.column(), column -> new LinkedHashMap<>())
            .computeIfAbsent(rate.group(), group -> new ArrayList<>())
            .add(rate);
      }
    }
    List<GroupErrorRate> overall =
        columns.getOrDefault(GroupErrorRates.OVERALL, Map.of()).values().stream()
            .flatMap(List::stream)
            .toList();
    columns.remove(GroupErrorRates.OVERALL);
    List<GroupColumnRates> sorted = new ArrayList<>();
    columns.forEach(
        (column, groups) ->
            sorted.add(
                new GroupColumnRates(
                    column, overall, groups.values().stream().sorted(WORST_FIRST).toList())));
    return sorted;
  }

  /** Those with enough examples to rest a comparison on. */
  List<List<GroupErrorRate>> large() {
    return groups.stream().filter(group -> !group.get(0).small()).toList();
  }

  List<NetworkName> networks() {
    return NetworkName.among(groups.stream().flatMap(List::stream).map(GroupErrorRate::network));
  }
}
