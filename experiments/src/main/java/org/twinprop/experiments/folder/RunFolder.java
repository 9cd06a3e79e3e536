package org.twinprop.experiments.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twinprop.data.BadInput;
import org.twinprop.layers.Network;
import org.twinprop.trainer.EpochMetrics;
import org.twinprop.trainer.evaluation.Predictions;
import org.twinprop.trainer.evaluation.group.Audit;
import org.twinprop.trainer.mitigation.GroupThresholds;
import org.twinprop.trainer.regression.Coefficient;
import org.twinprop.trainer.verification.VerificationReport;

/**
 * The folder that a run leaves behind. Tables that grow ({@code metrics.csv}, {@code
 * gradients.csv}, {@code log.txt}) can be read while the run goes on, row by row; every other file
 * appears complete or not at all. Nothing but {@code run.json}, {@code log.txt}, {@code
 * report.html} and the two columns of time in {@code metrics.csv} differs between two runs of the
 * same seed on one machine.
 *
 * <p>Every method that writes throws {@link BadInput} with one line if it cannot.
 */
public final class RunFolder implements AutoCloseable {
  private static final String RUNS = "runs";
  private static final Logger LOGGER = LoggerFactory.getLogger(RunFolder.class);

  private final Path path;
  private final FolderLock lock;
  private final RunLog log;
  private final RunFiles files;

  private RunFolder(Path path) {
    this.path = path;
    lock = new FolderLock(path);
    log = lock.log();
    files = new RunFiles(path);
    LOGGER.info("Run folder {}", path);
  }

  /**
   * The folder that a person named, or else a new one in {@value #RUNS}, called by the time and the
   * name.
   *
   * @throws BadInput as {@link #at} and {@link #create} do
   */
  public static RunFolder of(Optional<Path> named, String name) {
    return named
        .map(RunFolder::at)
        .orElseGet(() -> create(Path.of(RUNS), name, Clock.systemDefaultZone()));
  }

  /**
   * A new folder {@code <parent>/<time>-<name>}, made with its parents.
   *
   * @param parent such as {@code runs}
   * @param name of the run; what is unsafe in a file name becomes a dash
   * @param clock tells the time and its zone
   * @throws BadInput if it cannot be made
   */
  public static RunFolder create(Path parent, String name, Clock clock) {
    return new RunFolder(NewFolder.inside(parent, name, clock));
  }

  /**
   * The folder that a person named.
   *
   * @throws BadInput if it is a file, not empty, or cannot be written
   */
  public static RunFolder at(Path folder) {
    return new RunFolder(NewFolder.at(folder));
  }

  /**
   * The folder of a run that goes on. Growing tables are begun anew.
   *
   * @throws BadInput if another process is at work in it, or it cannot be written
   */
  public static RunFolder again(Path folder) {
    return new RunFolder(folder);
  }

  public Path path() {
    return path;
  }

  /** Writes {@code config.yaml}: what ran, so that it can be run again. */
  public void config(Map<String, Object> settings) {
    files.whole("config.yaml", out -> out.write(TextFormats.YAML.writeValueAsBytes(settings)));
  }

  /** Adds a row to {@code metrics.csv}, with a column called as the score. */
  public void metrics(EpochMetrics row, Score score) {
    LOGGER.info("{}: {}", score.column(), row);
    files.append(
        "metrics.csv", MetricsRows.header(score), table -> table.row(MetricsRows.cells(row)));
  }

  /** Adds a row to a table of this name, which begins with the header. */
  public void row(String file, List<String> header, Object... cells) {
    files.append(file, header, table -> table.row(cells));
  }

  /** Adds the rows of one check to {@code gradients.csv}. */
  public void verification(VerificationReport report) {
    report.rows().stream().filter(row -> !row.ok()).forEach(row -> LOGGER.info("Differs: {}", row));
    LOGGER.info(
        "Check after epoch {}: worst error against differences {}, worst difference from DL4J {}",
        report.epoch(),
        report.worstNumericError(),
        report.worstDl4jError());
    files.append(
        "gradients.csv",
        GradientRows.HEADER,
        table -> report.rows().forEach(row -> table.row(GradientRows.cells(row))));
  }

  /**
   * Writes {@code groups.csv}: how often each prediction is wrong about each group, and {@code
   * classes.csv} where there are several classes.
   *
   * @param predictor what predicts, such as {@code network}
   * @param audits by the name of who predicted
   */
  public void groups(String predictor, Map<String, Audit> audits) {
    GroupRows rows = new GroupRows(predictor, audits);
    files.table("groups.csv", rows.header(), rows::writeTo);
    if (rows.hasClasses()) {
      files.table("classes.csv", rows.classHeader(), rows::writeClassesTo);
    }
  }

  /**
   * Writes {@code predictions.csv}, one row an example.
   *
   * @param networks at least one, all about the same examples
   */
  public void predictions(List<Predictions> networks) {
    PredictionRows rows = new PredictionRows(networks);
    files.table("predictions.csv", rows.header(), rows::writeTo);
  }

  /**
   * Writes {@code predictions.csv} of a cross-validation, with the fold of each example.
   *
   * @param networks at least one, all about the same examples
   * @param folds of each example, from 1
   */
  public void predictions(List<Predictions> networks, int[] folds) {
    PredictionRows rows = new PredictionRows(networks, folds);
    files.table("predictions.csv", rows.header(), rows::writeTo);
  }

  /**
   * Writes {@code thresholds.csv}: from which probability of the second class on it is the answer,
   * a row for each network and group; no file where there are none.
   *
   * @param thresholds by the name of who predicted
   */
  public void thresholds(Map<String, GroupThresholds> thresholds) {
    if (!thresholds.isEmpty()) {
      files.table(
          "thresholds.csv",
          List.of("network", "column", "group", "threshold", "validation_examples"),
          table -> thresholds.forEach((network, chosen) -> rows(table, network, chosen)));
    }
  }

  private static void rows(CsvTable table, String network, GroupThresholds chosen) {
    chosen
        .byGroup()
        .forEach(
            (group, threshold) ->
                table.row(
                    network, chosen.column(), group, threshold, chosen.examples().get(group)));
  }

  /** Writes {@code linear.csv}: the coefficients of a linear regression, each found three ways. */
  public void linear(List<Coefficient> coefficients) {
    files.table(
        "linear.csv",
        List.of("feature", "gradient_descent", "least_squares", "dl4j", "relative_difference"),
        table ->
            coefficients.forEach(
                one ->
                    table.row(
                        one.feature(),
                        one.gradientDescent(),
                        one.leastSquares(),
                        one.dl4j(),
                        one.difference())));
  }

  /** Writes a text at once, such as {@code pipeline.json}. */
  public void text(String file, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    files.whole(file, out -> out.write(bytes));
  }

  /** Writes a table at once. */
  public void table(String file, List<String> header, Consumer<CsvTable> rows) {
    files.table(file, header, rows);
  }

  /** Writes {@code model.npz} and {@code model.json}; {@link SavedNetwork#read} reads them. */
  public void model(Network network) {
    SavedNetwork.write(path, files, network);
  }

  /** Writes {@code run.json}: what made this run. */
  public void provenance(Provenance provenance) {
    files.whole("run.json", out -> out.write(TextFormats.JSON.writeValueAsBytes(provenance)));
  }

  /** Writes {@code report.html}: one page that opens from disk. */
  public void page(String html) {
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    files.whole("report.html", out -> out.write(bytes));
  }

  /** Writes a result as JSON; what is not finite becomes null. */
  public void json(String file, Object result) {
    files.whole(file, out -> out.write(TextFormats.FINITE_JSON.writeValueAsBytes(result)));
  }

  /**
   * Takes back a run that never began: the folder goes, with all that was written to it.
   *
   * @throws UncheckedIOException if something in it cannot be removed
   */
  public void discard() {
    close();
    try (Stream<Path> written = Files.list(path)) {
      for (Path file : written.toList()) {
        Files.delete(file);
      }
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the growing tables and {@code log.txt}. */
  @Override
  public void close() {
    files.close();
    log.close();
    lock.close();
  }
}
