package org.twinprop.experiments.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twinprop.data.BadInput;
import org.twinprop.data.numpy.AtomicFile;
import org.twinprop.experiments.report.Report;
import org.twinprop.experiments.report.ReportData;
import org.twinprop.layers.Network;
import org.twinprop.trainer.EpochMetrics;
import org.twinprop.trainer.evaluation.GroupErrorRate;
import org.twinprop.trainer.evaluation.Predictions;
import org.twinprop.trainer.verification.GradientComparison;
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
  private static final Logger LOGGER = LoggerFactory.getLogger(RunFolder.class);

  private final Path path;
  private final RunLog log;
  private final Map<String, CsvTable> growing = new HashMap<>();

  private RunFolder(Path path) {
    this.path = path;
    log = new RunLog(path.resolve("log.txt"));
    LOGGER.info("Run folder {}", path);
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

  public Path path() {
    return path;
  }

  /** Writes {@code config.yaml}: what ran, so that it can be run again. */
  public void config(Map<String, Object> settings) {
    whole("config.yaml", out -> out.write(TextFormats.YAML.writeValueAsBytes(settings)));
  }

  /** Adds a row to {@code metrics.csv}; the score's column is called as the score. */
  public void metrics(EpochMetrics row, Score score) {
    List<String> header =
        List.of(
            "network", "epoch", "split", "loss", score.column(), "seconds", "examples_per_second");
    append(
        "metrics.csv",
        header,
        table ->
            table.row(
                row.network(),
                row.epoch(),
                row.split(),
                row.loss(),
                row.score(),
                row.seconds(),
                row.examplesPerSecond()));
  }

  /** Adds the rows of one check to {@code gradients.csv}. */
  public void verification(VerificationReport report) {
    List<String> header =
        List.of(
            "epoch",
            "layer",
            "parameter",
            "max_relative_error_numeric",
            "max_relative_error_dl4j",
            "worst",
            "ok");
    append("gradients.csv", header, table -> report.rows().forEach(row -> add(table, row)));
  }

  private static void add(CsvTable table, GradientComparison row) {
    table.row(
        row.epoch(),
        row.layer(),
        row.parameter(),
        row.numericError(),
        row.dl4jError(),
        row.worst(),
        row.ok());
  }

  /** Writes {@code groups.csv}: how often each network is wrong about each group. */
  public void groups(List<GroupErrorRate> rates) {
    List<String> header =
        List.of("network", "column", "group", "n", "errors", "error_rate", "low", "high", "small");
    table("groups.csv", header, table -> rates.forEach(rate -> add(table, rate)));
  }

  private static void add(CsvTable table, GroupErrorRate rate) {
    table.row(
        rate.network(),
        rate.column(),
        rate.group(),
        rate.n(),
        rate.errors(),
        rate.errorRate(),
        rate.low(),
        rate.high(),
        rate.small());
  }

  /**
   * Writes {@code predictions.csv}, one row an example.
   *
   * @param networks at least one, all about the same examples
   */
  public void predictions(List<Predictions> networks) {
    PredictionRows rows = new PredictionRows(networks);
    table("predictions.csv", rows.header(), rows::writeTo);
  }

  /** Writes {@code model.npz} and {@code model.json}; {@link SavedNetwork#read} reads them. */
  public void model(Network network) {
    try {
      SavedNetwork.write(path, network);
    } catch (IOException e) {
      throw NewFolder.unwritable(path.resolve(SavedNetwork.DESCRIPTION), e);
    }
  }

  /** Writes {@code run.json}: what made this run. */
  public void provenance(Provenance provenance) {
    whole("run.json", out -> out.write(TextFormats.JSON.writeValueAsBytes(provenance)));
  }

  /** Writes {@code report.html}: one page that opens from disk. */
  public void report(ReportData data) {
    byte[] page = Report.render(data).getBytes(StandardCharsets.UTF_8);
    whole("report.html", out -> out.write(page));
  }

  /** Ends the growing tables and {@code log.txt}. */
  @Override
  public void close() {
    growing.values().forEach(CsvTable::close);
    log.close();
  }

  private void append(String file, List<String> header, Consumer<CsvTable> rows) {
    try {
      CsvTable table = growing.computeIfAbsent(file, name -> begun(name, header));
      rows.accept(table);
      table.flush();
    } catch (UncheckedIOException e) {
      throw NewFolder.unwritable(path.resolve(file), e.getCause());
    }
  }

  private CsvTable begun(String file, List<String> header) {
    try {
      return new CsvTable(Files.newOutputStream(path.resolve(file)), header);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void table(String file, List<String> header, Consumer<CsvTable> rows) {
    whole(
        file,
        out -> {
          CsvTable table = new CsvTable(out, header);
          rows.accept(table);
          table.flush();
        });
  }

  private void whole(String file, AtomicFile.Content content) {
    try {
      AtomicFile.write(path.resolve(file), content);
    } catch (UncheckedIOException e) {
      throw NewFolder.unwritable(path.resolve(file), e.getCause());
    } catch (IOException e) {
      throw NewFolder.unwritable(path.resolve(file), e);
    }
  }
}
