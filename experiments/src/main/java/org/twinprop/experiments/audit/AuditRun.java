package org.twinprop.experiments.audit;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinprop.data.SourceFile;
import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.console.Formats;
import org.twinprop.experiments.folder.RunFolder;
import org.twinprop.trainer.evaluation.group.Audit;

/**
 * One audit, from the first row to the report.
 *
 * @param request what was asked
 * @param out a folder for the results; empty for {@code runs/<time>-audit}
 * @param commandLine as it was typed, word by word
 * @param console where a person reads
 */
public record AuditRun(
    AuditRequest request, Optional<Path> out, List<String> commandLine, Console console) {
  /**
   * @throws org.twinprop.data.BadInput if the table cannot be what was asked for; nothing is then
   *     written
   */
  public AuditResult run() {
    Reading.Result reading = new Reading(request).read();
    SourceFile file = SourceFile.of(request.file());
    AuditSentences sentences = new AuditSentences(reading.audit());
    try (RunFolder folder = RunFolder.of(out, "audit")) {
      AuditResult result =
          new AuditResult(
              file,
              reading.rows(),
              settings(reading.audit()),
              folder.path().toString(),
              folder.path().resolve("report.html").toString(),
              sentences.findings(),
              sentences.limits(),
              reading.notes(),
              reading.audit());
      folder.groups("prediction", Map.of(request.prediction(), reading.audit()));
      folder.json("audit.json", result);
      folder.page(AuditReport.render(result, commandLine));
      print(result);
      return result;
    }
  }

  private Map<String, Object> settings(Audit audit) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("label", request.label());
    settings.put("prediction", request.prediction());
    if (request.score() != null) {
      settings.put("score", request.score());
    }
    if (!audit.regression()) {
      settings.put("positive", audit.positive() == null ? "each class in turn" : audit.positive());
    }
    settings.put("group", String.join(", ", request.groups()));
    settings.put("intersect", request.intersect());
    if (!request.references().isEmpty()) {
      settings.put("reference", String.join(", ", request.references()));
    }
    settings.put("minimum_group_size", request.minimum());
    settings.put("seed", request.seed());
    return settings;
  }

  private void print(AuditResult result) {
    Audit audit = result.audit();
    console.print(console.bold("Audit of " + request.file()));
    console.print(
        "%s; labels in “%s”, predictions in “%s”%s"
            .formatted(
                Formats.count(result.rows(), "row"),
                request.label(),
                request.prediction(),
                about(audit)));
    if (!result.notes().isEmpty()) {
      console.heading("To keep in mind");
      result.notes().forEach(console::point);
    }
    new AuditTables(console, audit).print();
    console.heading("What this says");
    result.findings().forEach(console::point);
    console.heading("What it cannot tell");
    result.limits().forEach(console::point);
    console.gap();
    console.print("Report, with the words used here explained: " + console.bold(result.report()));
  }

  private String about(Audit audit) {
    if (audit.regression()) {
      return "";
    }
    return audit.positive() == null
        ? "; %d classes, rates are averages over them".formatted(audit.classes().size())
        : "; rates are about “%s” (--positive names another)".formatted(audit.positive());
  }
}
