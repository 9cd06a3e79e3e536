package org.twinprop.experiments.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.twinprop.trainer.evaluation.group.Audit;
import org.twinprop.trainer.evaluation.group.ColumnAudit;
import org.twinprop.trainer.evaluation.group.GroupMetrics;
import org.twinprop.trainer.evaluation.statistics.Estimate;

/**
 * The rows of {@code groups.csv}, one a group and prediction: each metric under its key, the ends
 * of its 95% interval under the key and {@code _low} or {@code _high}. A metric that does not
 * exist, such as a rate of nobody, leaves its cells empty. {@code classes.csv} has the rates of
 * each class in the same form, where there are several.
 *
 * @param predictor what the column of who predicted is called
 * @param audits by the name of who predicted
 */
record GroupRows(String predictor, Map<String, Audit> audits) {
  private static final String OVERALL = "overall";
  private static final List<String> FIRST = List.of("column", "group", "n", "errors", "small");
  private static final List<String> FIRST_OF_CLASS =
      List.of("column", "group", "class", "n", "small");

  /** A group, of which column, by which prediction. */
  private interface Row {
    void of(String prediction, String column, GroupMetrics group);
  }

  private Audit first() {
    return audits.values().iterator().next();
  }

  boolean hasClasses() {
    return !first().overall().classes().isEmpty();
  }

  List<String> header() {
    return header(FIRST, first().overall().metrics().keySet());
  }

  List<String> classHeader() {
    return header(FIRST_OF_CLASS, first().overall().classes().values().iterator().next().keySet());
  }

  private List<String> header(List<String> first, Iterable<String> keys) {
    List<String> header = new ArrayList<>(List.of(predictor));
    header.addAll(first);
    keys.forEach(key -> header.addAll(List.of(key, key + "_low", key + "_high")));
    return header;
  }

  void writeTo(CsvTable table) {
    forEach(
        (prediction, column, group) -> {
          List<Object> cells = new ArrayList<>(List.of(prediction, column, group.group()));
          cells.add(group.n());
          cells.add(group.errors());
          cells.add(group.small());
          addMetrics(cells, group.metrics());
          table.row(cells.toArray());
        });
  }

  void writeClassesTo(CsvTable table) {
    forEach(
        (prediction, column, group) ->
            group
                .classes()
                .forEach(
                    (name, rates) -> {
                      List<Object> cells =
                          new ArrayList<>(List.of(prediction, column, group.group(), name));
                      cells.add(group.n());
                      cells.add(group.small());
                      addMetrics(cells, rates);
                      table.row(cells.toArray());
                    }));
  }

  private void forEach(Row row) {
    audits.forEach(
        (prediction, audit) -> {
          row.of(prediction, OVERALL, audit.overall());
          for (ColumnAudit column : audit.columns()) {
            column.groups().forEach(group -> row.of(prediction, column.column(), group));
          }
        });
  }

  private static void addMetrics(List<Object> cells, Map<String, Estimate> metrics) {
    metrics
        .values()
        .forEach(
            estimate -> {
              cells.add(estimate.value());
              cells.add(estimate.low());
              cells.add(estimate.high());
            });
  }
}
