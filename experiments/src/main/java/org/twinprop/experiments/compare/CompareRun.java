package org.twinprop.experiments.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.console.Formats;
import org.twinprop.experiments.console.TextTable;
import org.twinprop.experiments.folder.RunFolder;

/**
 * One comparison, from the first row to the report.
 *
 * @param request what was asked
 * @param out a folder for the results; empty for {@code runs/<time>-compare}
 * @param commandLine as it was typed, word by word
 * @param console where a person reads
 */
public record CompareRun(
    CompareRequest request, Optional<Path> out, List<String> commandLine, Console console) {
  private static final int SHOWN = 30;
  private static final int WARNED = 10;

  /**
   * @throws org.twinprop.data.BadInput if these cannot be compared; nothing is then written
   */
  public CompareResult run() {
    List<PredictionFile> files =
        request.runs().stream().map(run -> PredictionFile.of(run, request)).toList();
    Comparison comparison;
    long rows;
    try (CompareReading reading = new CompareReading(files, request)) {
      comparison = reading.compare();
      rows = reading.rows();
    }
    try (RunFolder folder = RunFolder.of(out, "compare")) {
      CompareSentences sentences = new CompareSentences(comparison);
      CompareResult result =
          new CompareResult(
              comparison.names(),
              rows,
              request.seed(),
              folder.path().toString(),
              folder.path().resolve("report.html").toString(),
              sentences.findings(),
              sentences.warnings(),
              comparison);
      folder.json("compare.json", result);
      folder.page(CompareReport.render(result, files, commandLine));
      print(result);
      return result;
    }
  }

  private void print(CompareResult result) {
    Comparison comparison = result.comparison();
    console.print(
        console.bold(
            "Comparison on the same %s examples".formatted(Formats.count(result.examples()))));
    for (int i = 0; i < comparison.names().size(); i++) {
      console.print("%s  %s".formatted(letter(i), comparison.names().get(i)));
    }
    console.gap();
    console.print(table(comparison, List.of(comparison.overall()), "overall"));
    Map<String, List<GroupComparison>> columns =
        comparison.groups().stream()
            .collect(
                Collectors.groupingBy(
                    GroupComparison::column, LinkedHashMap::new, Collectors.toList()));
    columns.forEach(
        (column, groups) -> {
          console.gap();
          console.print(table(comparison, groups, column));
          if (groups.size() > SHOWN) {
            console.print("(%d more in compare.json)".formatted(groups.size() - SHOWN));
          }
        });
    console.gap();
    console.print(
        "(p is corrected for the number of tests, and says what changed; intervals are not corrected)");
    console.heading("What this says");
    result.findings().forEach(console::point);
    if (!result.warnings().isEmpty()) {
      console.heading("Warning: better overall, worse for some");
      result.warnings().stream().limit(WARNED).forEach(console::point);
      if (result.warnings().size() > WARNED) {
        console.point("%d more in compare.json".formatted(result.warnings().size() - WARNED));
      }
    }
    console.gap();
    console.print("Report: " + console.bold(result.report()));
  }

  static char letter(int prediction) {
    return (char) ('A' + prediction);
  }

  private static String table(Comparison comparison, List<GroupComparison> groups, String column) {
    TextTable table = new TextTable().words(column).numbers("examples");
    for (int i = 0; i < comparison.names().size(); i++) {
      table.numbers((comparison.regression() ? "MAE " : "wrong ") + letter(i));
    }
    for (int i = 1; i < comparison.names().size(); i++) {
      table.numbers(letter(i) + " - A").numbers("95% interval").numbers("p (Holm)").words("change");
    }
    groups.stream().limit(SHOWN).forEach(group -> table.row(cells(comparison, group)));
    return table.text();
  }

  private static String[] cells(Comparison comparison, GroupComparison group) {
    List<String> cells = new ArrayList<>();
    cells.add(Console.oneLine(group.group()) + (group.small() ? " (few)" : ""));
    cells.add(Formats.count(group.n()));
    group.values().forEach(one -> cells.add(value(comparison, one.value())));
    for (int i = 1; i < group.values().size(); i++) {
      Change change = group.change(0, i);
      cells.add(value(comparison, change.difference().value()));
      cells.add(
          Double.isNaN(change.difference().low())
              ? "none"
              : value(comparison, change.difference().low())
                  + " to "
                  + value(comparison, change.difference().high()));
      boolean made = !Double.isNaN(change.adjustedPValue());
      cells.add(made ? Formats.pValue(change.adjustedPValue()) : "-");
      cells.add(group.small() ? "-" : change.verdict().toString());
    }
    return cells.toArray(String[]::new);
  }

  private static String value(Comparison comparison, double value) {
    return comparison.regression() ? Formats.measure(value) : Formats.percent(value);
  }
}
