package org.twinprop.experiments.report;

import static org.twinprop.experiments.report.DataTable.number;
import static org.twinprop.experiments.report.DataTable.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.twinprop.trainer.evaluation.GroupErrorRate;

/** How many groups have which error rate, where there are too many groups to show each. */
final class DistributionChart {
  private static final int MOST_BARS = 12;
  private static final double[] WIDTHS = {0.5, 1, 2, 2.5, 5, 10};

  private DistributionChart() {}

  /** The bars of one network: how many groups each stands for, and what is said about it. */
  private record Bars(String network, List<Long> values, List<List<String>> tips) {}

  private record Drawing(List<String> names, List<Bars> series, String x, String y) {}

  /**
   * @param rates at least one group in them is large
   */
  static Chart of(GroupColumnRates rates) {
    List<List<GroupErrorRate>> groups = rates.large();
    double width = width(groups);
    List<String> names = names(groups, width);
    List<NetworkName> networks = rates.networks();
    List<Bars> series = new ArrayList<>();
    for (int network = 0; network < networks.size(); network++) {
      series.add(bars(groups, network, networks.get(network), names, width, rates.column()));
    }
    Drawing drawing =
        new Drawing(
            names,
            series,
            "error rate of a " + rates.column(),
            "number of " + rates.column() + "s");
    return Chart.of(
        "bars",
        "How error rates spread over " + Numbers.count(groups.size()) + " " + rates.column() + "s",
        summary(rates, groups),
        networks,
        drawing,
        table(names, networks, series));
  }

  /** In percent, so that there are not too many bars. */
  private static double width(List<List<GroupErrorRate>> groups) {
    double highest = 100 * highest(groups);
    return Arrays.stream(WIDTHS)
        .filter(width -> highest / width <= MOST_BARS)
        .findFirst()
        .orElse(WIDTHS[WIDTHS.length - 1]);
  }

  private static double highest(List<List<GroupErrorRate>> groups) {
    return groups.stream()
        .flatMap(List::stream)
        .mapToDouble(GroupErrorRate::errorRate)
        .max()
        .orElse(0);
  }

  /** No error at all first, then bars of equal width up to the highest rate. */
  private static List<String> names(List<List<GroupErrorRate>> groups, double width) {
    int last = bar(highest(groups), width);
    List<String> names = new ArrayList<>(List.of("none"));
    for (int bar = 1; bar <= last; bar++) {
      names.add("%s–%s%%".formatted(shortest((bar - 1) * width), shortest(bar * width)));
    }
    return names;
  }

  private static String shortest(double percent) {
    return percent == Math.rint(percent)
        ? Long.toString(Math.round(percent))
        : String.format(Locale.ROOT, "%.1f", percent);
  }

  /** 0 without errors, then 1 for rates up to the width, 2 up to twice that, and so on. */
  private static int bar(double rate, double width) {
    return (int) Math.ceil(100 * rate / width - 1e-9);
  }

  private static Bars bars(
      List<List<GroupErrorRate>> groups,
      int network,
      NetworkName name,
      List<String> names,
      double width,
      String column) {
    long[] counts = new long[names.size()];
    groups.stream()
        .filter(group -> group.size() > network)
        .forEach(group -> counts[bar(group.get(network).errorRate(), width)]++);
    List<List<String>> tips =
        IntStream.range(0, counts.length)
            .mapToObj(
                bar ->
                    List.of(
                        "Error rate " + names.get(bar),
                        "%s: %s %ss".formatted(name.name(), Numbers.count(counts[bar]), column)))
            .toList();
    return new Bars(name.key(), Arrays.stream(counts).boxed().toList(), tips);
  }

  private static String summary(GroupColumnRates rates, List<List<GroupErrorRate>> groups) {
    long none = groups.stream().filter(group -> group.get(0).errors() == 0).count();
    int few = rates.groups().size() - groups.size();
    String summary =
        "Of %s %ss with enough examples, %s had none of theirs misread."
            .formatted(Numbers.count(groups.size()), rates.column(), Numbers.count(none));
    return few == 0
        ? summary
        : summary + " %s more have too few examples to say.".formatted(Numbers.count(few));
  }

  private static DataTable table(
      List<String> names, List<NetworkName> networks, List<Bars> series) {
    DataTable.Column[] columns = new DataTable.Column[1 + networks.size()];
    columns[0] = text("error rate");
    for (int network = 0; network < networks.size(); network++) {
      columns[1 + network] = number(networks.get(network).name());
    }
    DataTable table = new DataTable(columns);
    for (int bar = 0; bar < names.size(); bar++) {
      String[] cells = new String[columns.length];
      cells[0] = names.get(bar);
      for (int network = 0; network < networks.size(); network++) {
        cells[1 + network] = Numbers.count(series.get(network).values().get(bar));
      }
      table.row(cells);
    }
    return table;
  }
}
