package org.twinprop.experiments.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.twinprop.data.BadInput;
import org.twinprop.data.RegularFile;
import org.twinprop.experiments.folder.JsonFile;
import org.twinprop.experiments.tasks.TaskData;

/**
 * One of the predictions that are compared.
 *
 * @param name what a person knows it by: the name of a folder or a file, with its path where two
 *     are alike
 * @param file its table
 * @param label the column of what is true
 * @param prediction the column of what was predicted
 * @param groups the columns of groups
 * @param unit the column whose values belong together; null for none
 * @param regression whether numbers were predicted
 */
record PredictionFile(
    String name,
    Path file,
    String label,
    String prediction,
    List<String> groups,
    String unit,
    boolean regression) {
  private static final String OF_RUN = "predictions.csv";
  private static final Pattern PREDICTED = Pattern.compile(".*_(prediction|score)");

  /**
   * @param given a run folder, or a CSV file
   * @param request what was asked for
   * @throws BadInput if it is neither, or if nobody said which column is which
   */
  static PredictionFile of(Path given, CompareRequest request) {
    Path file = Files.isDirectory(given) ? given.resolve(OF_RUN) : given;
    if (!Files.isRegularFile(file)) {
      throw new BadInput(
          Files.isDirectory(given)
              ? given + ": is a folder without predictions.csv; give a finished run, or a CSV file"
              : Files.exists(given)
                  ? "%s: %s; give a finished run, or a CSV file"
                      .formatted(given, RegularFile.whyNot(given))
                  : given + ": there is no such run or file; check its name");
    }
    List<String> header = request.header(file);
    boolean ofRun = header.contains("handwritten_prediction");
    boolean target = ofRun && header.contains("target");
    String label =
        request.label() == null && ofRun ? (target ? "target" : "label") : request.label();
    String prediction =
        request.prediction() == null && ofRun ? "handwritten_prediction" : request.prediction();
    if (label == null || prediction == null) {
      throw new BadInput(
          "%s: say which columns are compared, as in --label y --prediction yhat; its columns are %s"
              .formatted(file, String.join(", ", header)));
    }
    String unit = request.unit();
    if (unit == null && ofRun) {
      unit = unitOfRun(given, header).filter(one -> !request.groups().contains(one)).orElse(null);
    }
    List<String> groups =
        request.groups().isEmpty() && ofRun ? groupsOfRun(header, unit) : request.groups();
    if (unit != null && groups.contains(unit)) {
      throw new BadInput(
          "--unit %s: examples of one %s belong together, so that it cannot be a group too; leave one of the two out"
              .formatted(unit, unit));
    }
    return new PredictionFile(
        name(given, request.runs()),
        file,
        label,
        prediction,
        groups,
        unit,
        request.regression() || target);
  }

  /** The last part of its path, unless another one has the same: then all of it. */
  private static String name(Path given, List<Path> all) {
    String last = last(given);
    boolean unique = all.stream().filter(one -> last(one).equals(last)).count() == 1;
    return unique ? last : given.toString();
  }

  private static String last(Path path) {
    Path name = path.toAbsolutePath().normalize().getFileName();
    return name == null ? path.toString() : name.toString();
  }

  /** As its {@code run.json} has it; older ones do not, and have digits and their writers. */
  private static Optional<String> unitOfRun(Path run, List<String> header) {
    Path file = run.resolve("run.json");
    try {
      JsonNode unit =
          Files.isRegularFile(file) ? JsonFile.tree(file).path("unit") : MissingNode.getInstance();
      return Optional.of(unit.asText(TaskData.WRITER)).filter(header::contains);
    } catch (IOException e) {
      throw new BadInput(file + ": cannot be read as JSON; is it of a run?", e);
    }
  }

  private static List<String> groupsOfRun(List<String> header, String unit) {
    return header.stream()
        .filter(column -> !column.equals(unit))
        .filter(column -> !List.of("row", "label", "target", "fold").contains(column))
        .filter(column -> !PREDICTED.matcher(column).matches())
        .toList();
  }
}
