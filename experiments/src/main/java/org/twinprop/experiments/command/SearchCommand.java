package org.twinprop.experiments.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.twinprop.experiments.console.StopSignal;
import org.twinprop.experiments.file.Setting;
import org.twinprop.experiments.search.SearchRequest;
import org.twinprop.experiments.search.SearchResult;
import org.twinprop.experiments.search.SearchRun;
import org.twinprop.experiments.search.SearchSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code twinprop search}: tries many settings, and says for whom which is best. */
@Command(
    name = "search",
    customSynopsis = {
      "twinprop search checks [OPTIONS]",
      "   or: twinprop search FILE [OPTIONS]",
      "   or: twinprop search --resume=FOLDER"
    },
    description = {
      "Search for better settings: many candidates are drawn from spaces, trained and measured on"
          + " validation examples, for everyone and for the worst group.",
      "",
      "An experiment file for a search has spaces instead of values, for network, updater,"
          + " initializer, learning_rate, schedule, clip_value, clip_norm, batch, epochs, l1, l2:",
      "  log(1e-4, 1e-1)      a number; every factor as likely as any other",
      "  uniform(0, 0.5)      a number",
      "  whole(16, 128)       a whole number, both ends included",
      "  choice(sgd; adam)    one of these texts; or a list of YAML",
      "They may stand within a text, as in 'flatten dense(whole(32, 256)) relu dense(10) |"
          + " softmax-xent'.",
      ""
    },
    sortOptions = false)
public final class SearchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "checks|FILE",
      description = "The digits of check amounts with a built-in space, or an experiment file.")
  private Path subject;

  @Option(
      names = "--candidates",
      paramLabel = "N",
      description = "How many are tried at most. Default: 30.")
  private String candidates;

  @Option(
      names = "--generator",
      paramLabel = "random|grid|genetic",
      description = "How they are drawn. Default: random.")
  private String generator;

  @Option(
      names = "--objective",
      paramLabel = "TEXT",
      description =
          "What is made small, on validation examples: loss, error, worst-group-error, largest-gap,"
              + " or a sum as '0.5*error + 0.5*worst-group-error'. Default: error.")
  private String objective;

  @Option(
      names = "--group-by",
      paramLabel = "COLUMN",
      description =
          "Whose groups are compared. Default: the experiment's first column, population of checks.")
  private String groupBy;

  @Option(
      names = "--train",
      paramLabel = "handwritten|twin",
      description = "Which network of a candidate is trained. Default: handwritten.")
  private String train;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Passes over the examples to learn from. Default: as the experiment has them.")
  private String epochs;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description =
          "Take about N examples, of which a fifth is held out to choose by. Default: all.")
  private String limit;

  @Option(names = "--seed", paramLabel = "N", description = "Of everything random. Default: 1.")
  private String seed;

  @Option(names = "--data", paramLabel = "DIR", description = "Folder of the examples.")
  private String data;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description =
          "Candidates that train at a time, a thread each; nothing but time depends on it. Default:"
              + " one for each core, 4 at most.")
  private String workers;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "Instead of what the file says, as in --set \"batch=choice(32; 64)\". May be given again."
              + " Keys of a search beside those above: ahead, grid_points, median_stopping, validation.")
  private List<String> changes = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "New or empty folder for the results. Default: runs/<time>-search-<name>.")
  private Path out;

  @Option(
      names = "--resume",
      paramLabel = "FOLDER",
      description = "Go on with the search of this folder; what is done there is not done again.")
  private Path resume;

  @Option(
      names = "--schema",
      description =
          "Print the JSON schema of search files, by which editors complete and check them.")
  private boolean schema;

  @Mixin private JsonTarget json;

  @Override
  public Integer call() {
    if (schema) {
      spec.commandLine().getOut().print(SearchSchema.text());
      spec.commandLine().getOut().flush();
      return ExitCode.OK;
    }
    if (resume != null && out != null) {
      throw refused("--resume writes into its own folder: leave --out away");
    }
    json.check();
    List<String> commandLine = spec.root().commandLine().getParseResult().originalArgs();
    SearchResult result = new SearchRun(request(), commandLine, json.console()).run();
    json.write(result);
    return result
        .stoppedBy()
        .map(StopSignal::exitCode)
        .orElse(result.ok() ? ExitCode.OK : ExitCode.FAILED);
  }

  private SearchRequest request() {
    if (subject == null) {
      if (resume == null) {
        throw refused("name what to search: checks, or an experiment file with spaces");
      }
      return SearchRequest.again(resume, instead());
    }
    Optional<Path> to = Optional.ofNullable(out);
    Optional<Path> from = Optional.ofNullable(resume);
    if (subject.toString().equals("checks")) {
      return SearchRequest.checks(instead(), to, from);
    }
    if (!Files.exists(subject) && !subject.toString().matches(".*\\.ya?ml")) {
      throw refused(
          "there is no 'twinprop search %s': name checks, or an experiment file with spaces"
              .formatted(subject));
    }
    return SearchRequest.ofFile(subject, instead(), to, from);
  }

  private List<Setting> instead() {
    List<Setting> instead = new ArrayList<>();
    for (String change : changes) {
      String[] parts = change.split("=", 2);
      if (parts.length < 2 || parts[0].isBlank() || parts[1].isBlank()) {
        throw refused("--set %s: write KEY=VALUE, as in --set epochs=1".formatted(change));
      }
      instead.add(new Setting(parts[0].strip(), parts[1].strip(), "--set " + change));
    }
    add(instead, "candidates", candidates);
    add(instead, "generator", generator);
    add(instead, "objective", objective);
    if (groupBy != null) {
      instead.add(new Setting("group_by", groupBy, "--group-by " + groupBy));
    }
    add(instead, "train", train);
    add(instead, "epochs", epochs);
    add(instead, "limit", limit);
    add(instead, "seed", seed);
    add(instead, "data", data);
    add(instead, "workers", workers);
    return instead;
  }

  private static void add(List<Setting> instead, String key, String text) {
    if (text != null) {
      instead.add(new Setting(key, text, "--" + key + " " + text));
    }
  }

  private ParameterException refused(String why) {
    return new ParameterException(spec.commandLine(), why);
  }
}
