package org.twinprop.experiments.report;

import static org.twinprop.experiments.report.DataTable.number;
import static org.twinprop.experiments.report.DataTable.text;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.twinprop.data.SourceFile;
import org.twinprop.experiments.folder.DataOrigin;
import org.twinprop.experiments.folder.Provenance;

/** What made a run, as the lists and tables of the report's last section. */
public final class MadeBy {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private MadeBy() {}

  /** The program, its libraries and the machine, by what a reader calls them. */
  public static Map<String, String> program(Provenance provenance) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("Command", String.join(" ", provenance.commandLine()));
    lines.put("Started", TIME.format(provenance.started()));
    lines.put("Took", Numbers.duration(provenance.seconds()));
    lines.put("Seed", Long.toString(provenance.seed()));
    lines.put("Twinprop", provenance.build().toString());
    lines.put("Deeplearning4j", provenance.backend().dl4j());
    lines.put("ND4J", provenance.backend().nd4j());
    lines.put("Backend", provenance.backend().name() + ", " + provenance.backend().blas());
    lines.put("Threads an operation", provenance.backend().threads());
    lines.put("Processor", provenance.machine().processor());
    lines.put("Cores", Integer.toString(provenance.machine().cores()));
    lines.put("Memory", Numbers.memory(provenance.machine().memoryBytes()));
    lines.put("Operating system", provenance.machine().operatingSystem());
    lines.put("Java", provenance.machine().java());
    provenance.machine().threadSettings().forEach(lines::put);
    return lines;
  }

  public static DataTable data(List<DataOrigin> origins) {
    DataTable table = new DataTable(text("used for"), text("data"), number("examples"));
    for (DataOrigin origin : origins) {
      table.row(origin.part(), origin.description(), Numbers.count(origin.examples()));
    }
    return table;
  }

  /** Each file once, though two parts may have been read from it. */
  public static DataTable files(List<DataOrigin> origins) {
    DataTable table = new DataTable(text("file"), number("bytes"), text("SHA-256"));
    origins.stream()
        .flatMap(origin -> origin.files().stream())
        .distinct()
        .forEach(
            (SourceFile file) ->
                table.row(file.name(), Numbers.count(file.bytes()), file.sha256()));
    return table;
  }

  /** Settings as text. */
  public static Map<String, String> settings(Map<String, Object> settings) {
    Map<String, String> lines = new LinkedHashMap<>();
    settings.forEach((name, value) -> lines.put(name, String.valueOf(value)));
    return lines;
  }
}
