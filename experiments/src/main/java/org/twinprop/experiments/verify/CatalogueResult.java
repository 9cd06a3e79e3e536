package org.twinprop.experiments.verify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twinprop.trainer.twin.CatalogueRow;

/**
 * The catalogue's check as {@code --json} gives it.
 *
 * @param ok whether all is right
 * @param rows one for each layer, loss and updater
 */
public record CatalogueResult(boolean ok, List<Row> rows) {
  /**
   * @param part of the catalogue
   * @param name as a text writes it
   * @param maxRelativeError by witness; null for one that is absent
   * @param whyNot why there is no twin of it, or of some of it; empty if there is
   */
  public record Row(
      CatalogueRow.Part part,
      String name,
      boolean ok,
      Map<String, Double> maxRelativeError,
      String whyNot) {}

  static CatalogueResult of(List<CatalogueRow> rows) {
    return new CatalogueResult(
        rows.stream().allMatch(CatalogueRow::ok), rows.stream().map(CatalogueResult::row).toList());
  }

  private static Row row(CatalogueRow row) {
    Map<String, Double> errors = new LinkedHashMap<>();
    errors.put("numeric", row.numeric().orElse(null));
    errors.put("dl4j", row.dl4j().orElse(null));
    return new Row(row.part(), row.name(), row.ok(), errors, row.whyNot());
  }
}
