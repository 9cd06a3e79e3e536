package org.twinprop.experiments.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.twinprop.trainer.evaluation.Findings;
import org.twinprop.trainer.evaluation.GroupErrorRate;

/** Whom the networks fail: error rates of groups, the networks side by side. */
public final class GroupTables {
  private final List<List<GroupErrorRate>> networks;
  private final String examples;

  /**
   * @param networks the rows of each network, the hand-written one first
   * @param examples what they are about, in the plural
   */
  public GroupTables(List<List<GroupErrorRate>> networks, String examples) {
    this.networks = networks;
    this.examples = examples;
  }

  /** Every group of a column, in the order given. */
  public String all(String column) {
    return table(column, of(column));
  }

  /** How many groups of a column are not small. */
  public long largeEnough(String column) {
    return of(column).stream().filter(rate -> !rate.small()).count();
  }

  /** The groups of a column that the first network fails most often, small ones left out. */
  public String hardest(String column, int count) {
    return table(
        column,
        of(column).stream()
            .filter(rate -> !rate.small())
            .sorted(Comparator.comparingDouble(GroupErrorRate::errorRate).reversed())
            .limit(count)
            .toList());
  }

  private List<GroupErrorRate> of(String column) {
    return networks.get(0).stream().filter(rate -> rate.column().equals(column)).toList();
  }

  /** Everyone: how often each network is right. */
  public String accuracy() {
    TextTable table =
        new TextTable()
            .words("network")
            .numbers("accuracy")
            .numbers("95% interval")
            .numbers("wrong")
            .numbers("of " + examples);
    for (List<GroupErrorRate> rates : networks) {
      GroupErrorRate everyone = rates.get(0);
      table.row(
          Findings.displayName(everyone.network()),
          Formats.percent(1 - everyone.errorRate()),
          interval(1 - everyone.high(), 1 - everyone.low()),
          Formats.count(everyone.errors()),
          Formats.count(everyone.n()));
    }
    return table.text();
  }

  /** The first network in full; of others the rate, which is the same where they are twins. */
  private String table(String column, List<GroupErrorRate> groups) {
    TextTable table =
        new TextTable()
            .words(column)
            .numbers(examples)
            .numbers("wrong")
            .numbers("error rate")
            .numbers("95% interval");
    others().forEach(rates -> table.numbers(Findings.displayName(rates.get(0).network())));
    groups.forEach(group -> table.row(cells(group)));
    return table.text();
  }

  private List<List<GroupErrorRate>> others() {
    return networks.subList(1, networks.size());
  }

  private String[] cells(GroupErrorRate group) {
    List<String> cells = new ArrayList<>();
    cells.add(group.group() + (group.small() ? " (few)" : ""));
    cells.add(Formats.count(group.n()));
    cells.add(Formats.count(group.errors()));
    cells.add(Formats.percent(group.errorRate()));
    cells.add(interval(group.low(), group.high()));
    others().forEach(rates -> cells.add(Formats.percent(same(group, rates).errorRate())));
    return cells.toArray(String[]::new);
  }

  private static GroupErrorRate same(GroupErrorRate group, List<GroupErrorRate> rates) {
    return rates.stream()
        .filter(rate -> rate.column().equals(group.column()))
        .filter(rate -> rate.group().equals(group.group()))
        .findFirst()
        .orElseThrow();
  }

  private static String interval(double low, double high) {
    return Formats.percent(low) + " to " + Formats.percent(high);
  }
}
