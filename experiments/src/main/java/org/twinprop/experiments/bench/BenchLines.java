package org.twinprop.experiments.bench;

import java.util.ArrayList;
import java.util.List;
import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.console.Formats;
import org.twinprop.experiments.console.TextTable;

/** A measurement on the console. */
final class BenchLines {
  private static final double MIB = 1 << 20;

  private BenchLines() {}

  static void print(Measurement measured, Console console) {
    console.print(console.bold(measured.title()));
    console.note(measured.note());
    console.print(table(measured).text());
    for (ContestantFigures best : measured.bestOfOthers()) {
      console.point(sentence(measured, best));
    }
    measured.missing().forEach(console::point);
    console.gap();
  }

  private static TextTable table(Measurement measured) {
    TextTable table = new TextTable().words("by").numbers("threads");
    boolean varies = !measured.varied().isEmpty();
    if (varies) {
      table.numbers(measured.varied());
    }
    table
        .numbers(measured.unit() + "/s, median")
        .numbers("middle half of turns")
        .numbers("peak memory")
        .numbers("ours is");
    for (ContestantFigures one : measured.figures()) {
      List<String> cells = new ArrayList<>(List.of(name(one), String.valueOf(one.threads())));
      if (varies) {
        cells.add(Formats.count(one.size()));
      }
      cells.add(Formats.measure(one.median()));
      cells.add(
          Formats.measure(one.lowerQuartile()) + " to " + Formats.measure(one.upperQuartile()));
      cells.add("%,.0f MiB".formatted(one.peakMemoryBytes() / MIB));
      cells.add(measured.isOurs(one) ? "" : "%.2f times as fast".formatted(one.ratio()));
      table.row(cells.toArray(String[]::new));
    }
    return table;
  }

  /** Who it is, and how it does it where it can in several ways. */
  static String name(ContestantFigures one) {
    return switch (one.contestant()) {
      case "pytorch" -> one.software() + ", eager";
      case "pytorch-compile" -> one.software() + ", torch.compile";
      case "scikit-learn-sgd" -> one.software() + ", SGDRegressor";
      case "scikit-learn-ridge" -> one.software() + ", Ridge (closed form)";
      default -> one.software();
    };
  }

  static String sentence(Measurement measured, ContestantFigures best) {
    return "%.2f times as fast as the best of %s: %s %s a second with %s"
        .formatted(
            best.ratio(),
            best.software(),
            Formats.measure(best.median()),
            measured.unit(),
            Formats.count(best.threads(), "thread"));
  }
}
