package org.twinprop.experiments.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.twinprop.experiments.audit.AuditRequest;
import org.twinprop.experiments.audit.AuditRun;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code twinprop audit}: whom the predictions of any table fail. */
@Command(
    name = "audit",
    description = {
      "Say whom the predictions of a CSV file fail: error rates and other metrics of each group,"
          + " with intervals, disparities and tests. The file is read once, row by row."
    },
    showDefaultValues = true,
    sortOptions = false)
public final class AuditCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A CSV file with a header, a row an example.")
  private Path file;

  @Option(
      names = "--label",
      paramLabel = "COLUMN",
      required = true,
      description = "What is true: a class, or a number with --regression.")
  private String label;

  @Option(
      names = "--prediction",
      paramLabel = "COLUMN",
      required = true,
      description = "What was predicted.")
  private String prediction;

  @Option(
      names = "--group",
      paramLabel = "COLUMN",
      required = true,
      split = ",",
      description = "Columns that divide the examples into groups, as in race,sex.")
  private List<String> groups;

  @Option(
      names = "--score",
      paramLabel = "COLUMN",
      description =
          "Probability of the positive class; where there is none, of the predicted class. Shows"
              + " calibration.")
  private String score;

  @Option(
      names = "--positive",
      paramLabel = "CLASS",
      description =
          "The class that rates are about. Default: of two classes 1, true, yes or positive; else"
              + " each class in turn.")
  private String positive;

  @Option(names = "--intersect", description = "Also compare groups of all these columns together.")
  private boolean intersect;

  @Option(
      names = "--reference",
      paramLabel = "GROUP",
      split = ",",
      showDefaultValue = CommandLine.Help.Visibility.NEVER,
      description =
          "The group that others are compared with, as in White or race=White. Default: the largest"
              + " of each column.")
  private List<String> references = List.of();

  @Mixin private TableOptions table;

  @Mixin private JsonTarget json;

  @Override
  public Integer call() {
    json.check();
    AuditRequest request =
        new AuditRequest(
            file,
            table.separator(),
            label,
            prediction,
            score,
            positive,
            groups,
            intersect,
            references,
            table.regression(),
            table.minimum(),
            table.seed());
    List<String> commandLine = spec.root().commandLine().getParseResult().originalArgs();
    json.write(new AuditRun(request, table.out(), commandLine, json.console()).run());
    return ExitCode.OK;
  }
}
