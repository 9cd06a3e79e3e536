package org.twinprop.experiments.audit;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.table.PredictionTable;
import org.twinprop.trainer.evaluation.group.Audit;
import org.twinprop.trainer.evaluation.group.AuditSettings;
import org.twinprop.trainer.evaluation.group.ClassificationAudit;
import org.twinprop.trainer.evaluation.group.ClassificationTally;
import org.twinprop.trainer.evaluation.group.ColumnAudit;
import org.twinprop.trainer.evaluation.group.GroupedTallies;
import org.twinprop.trainer.evaluation.group.RegressionAudit;
import org.twinprop.trainer.evaluation.group.RegressionTally;

/**
 * Reads a table once, from its first row to its last, keeps counts, and audits them.
 *
 * @param request what was asked
 */
record Reading(AuditRequest request) {
  /**
   * @param audit of the table
   * @param rows that it has
   * @param notes what a reader should know
   */
  record Result(Audit audit, long rows, List<String> notes) {}

  /**
   * @throws BadInput if the table cannot be what was asked for
   */
  Result read() {
    try {
      return read(StandardCharsets.UTF_8, List.of());
    } catch (PredictionTable.NotUtf8 e) {
      return readLatin1();
    }
  }

  private Result readLatin1() {
    try {
      return read(
          StandardCharsets.ISO_8859_1,
          List.of("The file is not UTF-8: it was read as Latin-1. Check names with accents."));
    } catch (PredictionTable.NotUtf8 e) {
      throw new BadInput(
          request.file() + ": is not in the encoding that it begins with; save it as UTF-8", e);
    }
  }

  private Result read(Charset encoding, List<String> notes) throws PredictionTable.NotUtf8 {
    List<String> all = new ArrayList<>(notes);
    try (PredictionTable table =
        PredictionTable.open(request.file(), request.separator(), encoding)) {
      return request.regression() ? regression(table, all) : classification(table, all);
    }
  }

  private Result classification(PredictionTable table, List<String> notes)
      throws PredictionTable.NotUtf8 {
    Classes classes = new Classes(request.file(), request.label(), request.prediction());
    TallyBook<ScoredTally> book =
        new TallyBook<>(request.groups(), request.intersect(), name -> new ScoredTally());
    long rows = table.forEach(request.columns(), new ClassificationRow(request, classes, book));
    GroupedTallies<ScoredTally> tallies = book.tallies();
    notes.addAll(classes.notes(tallies.overall().confusion()));
    String positive = classes.positive(request.positive());
    int[] order = classes.order();
    GroupedTallies<ClassificationTally> resolved =
        tallies.map(tally -> tally.resolved(positive != null, order));
    AuditSettings settings = settings(positive, tallies);
    Audit audit = ClassificationAudit.of(resolved, classes.names(), settings);
    return result(audit, settings, rows, notes);
  }

  private Result regression(PredictionTable table, List<String> notes)
      throws PredictionTable.NotUtf8 {
    RegressionRow action = new RegressionRow(request);
    long rows = table.forEach(request.columns(), action);
    GroupedTallies<RegressionTally> tallies = action.tallies();
    AuditSettings settings = settings(null, tallies);
    return result(RegressionAudit.of(tallies, settings), settings, rows, notes);
  }

  /** A reference that is too small to be one is not passed over in silence, nor are odd groups. */
  private Result result(Audit audit, AuditSettings settings, long rows, List<String> notes) {
    for (String column : request.groups()) {
      if (column.equals(request.label()) || column.equals(request.prediction())) {
        notes.add(
            "“%s” is the column of what %s: its groups differ in kinds of errors by what they are."
                .formatted(column, column.equals(request.label()) ? "is true" : "was predicted"));
      }
    }
    for (ColumnAudit column : audit.columns()) {
      String asked = settings.references().get(column.column());
      if (asked != null && column.isCompared() && !asked.equals(column.reference())) {
        notes.add(
            "By %s, “%s” has fewer than %d examples and cannot be the reference: it is “%s”, the largest."
                .formatted(column.column(), asked, audit.minimum(), column.reference()));
      }
    }
    return new Result(audit, rows, notes);
  }

  private AuditSettings settings(String positive, GroupedTallies<?> tallies) {
    return new AuditSettings(
        positive,
        references(tallies),
        request.minimum(),
        request.seed(),
        AuditSettings.DEFAULT_RESAMPLES);
  }

  /** Every reference must be a group somewhere; one without a column is that of every column. */
  private Map<String, String> references(GroupedTallies<?> tallies) {
    Map<String, String> references = new HashMap<>();
    for (String asked : request.references()) {
      List<String> columns = new ArrayList<>();
      tallies
          .columns()
          .forEach(
              (column, groups) -> {
                for (String group : groups.keySet()) {
                  if (asked.equals(group) || asked.equals(column + "=" + group)) {
                    references.put(column, group);
                    columns.add(column);
                  }
                }
              });
      if (columns.isEmpty()) {
        throw noSuchGroup(asked, tallies);
      }
    }
    return references;
  }

  private static BadInput noSuchGroup(String asked, GroupedTallies<?> tallies) {
    List<String> known = new ArrayList<>();
    tallies.columns().forEach((column, groups) -> known.add(column + " has " + some(groups)));
    return new BadInput(
        "--reference %s: there is no such group; %s".formatted(asked, String.join("; ", known)));
  }

  private static String some(Map<String, ?> groups) {
    String names = String.join(", ", groups.keySet().stream().limit(20).toList());
    return groups.size() > 20 ? names + " and others" : names;
  }
}
