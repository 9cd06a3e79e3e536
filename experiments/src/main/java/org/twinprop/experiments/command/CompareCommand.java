package org.twinprop.experiments.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.twinprop.experiments.compare.CompareRequest;
import org.twinprop.experiments.compare.CompareRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code twinprop compare}: which predictions are better, and for whom. */
@Command(
    name = "compare",
    description = {
      "Compare runs, or files of predictions, on the same examples: which is better overall and for"
          + " each group, who gains and who loses from the first to the others."
    },
    showDefaultValues = true,
    sortOptions = false)
public final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RUN",
      arity = "0..*",
      description = "Run folders, or CSV files, of the same examples in the same order.")
  private List<Path> runs = List.of();

  @Option(
      names = "--label",
      paramLabel = "COLUMN",
      description = "What is true. Default: that of a run.")
  private String label;

  @Option(
      names = "--prediction",
      paramLabel = "COLUMN",
      description = "What was predicted. Default: by the hand-written network of a run.")
  private String prediction;

  @Option(
      names = "--group",
      paramLabel = "COLUMN",
      split = ",",
      description = "Columns that divide the examples into groups. Default: those of a run.")
  private List<String> groups = List.of();

  @Option(
      names = "--unit",
      paramLabel = "COLUMN",
      description =
          "What examples belong to whose errors are alike, such as their writer: drawn whole where"
              + " intervals and tests draw examples. Default: that of a run.")
  private String unit;

  @Option(names = "--intersect", description = "Also compare groups of all these columns together.")
  private boolean intersect;

  @Mixin private TableOptions table;

  @Mixin private JsonTarget json;

  @Override
  public Integer call() {
    json.check();
    CompareRequest request =
        new CompareRequest(
            runs,
            label,
            prediction,
            groups,
            unit,
            intersect,
            table.regression(),
            table.separator(),
            table.minimum(),
            table.seed());
    List<String> commandLine = spec.root().commandLine().getParseResult().originalArgs();
    json.write(new CompareRun(request, table.out(), commandLine, json.console()).run());
    return ExitCode.OK;
  }
}
