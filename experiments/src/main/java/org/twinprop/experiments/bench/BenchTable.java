package org.twinprop.experiments.bench;

import java.util.List;
import java.util.stream.Collectors;
import org.twinprop.experiments.folder.CsvTable;

/** The rows of {@code bench.csv}. */
final class BenchTable {
  static final List<String> HEADER =
      List.of(
          "work",
          "measurement",
          "contestant",
          "software",
          "threads",
          "varied",
          "size",
          "unit",
          "median",
          "lower_quartile",
          "upper_quartile",
          "peak_memory_bytes",
          "ratio",
          "turns");

  private BenchTable() {}

  static void write(BenchResult result, CsvTable table) {
    for (Measurement measured : result.measurements()) {
      for (ContestantFigures one : measured.figures()) {
        table.row(
            result.work().toString(),
            measured.title(),
            one.contestant(),
            one.software(),
            one.threads(),
            measured.varied().isEmpty() ? null : measured.varied(),
            measured.varied().isEmpty() ? null : one.size(),
            measured.unit() + " a second",
            one.median(),
            one.lowerQuartile(),
            one.upperQuartile(),
            one.peakMemoryBytes(),
            one.ratio(),
            one.turns().stream().map(String::valueOf).collect(Collectors.joining(" ")));
      }
    }
  }
}
