package org.twinprop.experiments.checks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.twinprop.data.check.CheckTruth;
import org.twinprop.data.check.DamageKind;

/** Checks as rows of a table: what is written, by whom, and how severe each damage is. */
final class CheckRows {
  private static final List<String> COLUMNS =
      List.of(
          "file",
          "amount_cents",
          "written",
          "cents_style",
          "dollar_sign",
          "writer",
          "population",
          "layout",
          "font",
          "ink");

  private CheckRows() {}

  static List<String> header() {
    List<String> header = new ArrayList<>(COLUMNS);
    Arrays.stream(DamageKind.values()).map(DamageKind::key).forEach(header::add);
    return header;
  }

  static Object[] cells(CheckTruth check) {
    List<Object> cells = new ArrayList<>();
    cells.add(CheckFiles.name(check.index()) + ".png");
    cells.add(check.amountCents());
    cells.add(check.written());
    cells.add(key(check.centsStyle()));
    cells.add(key(check.dollarSign()));
    cells.add(check.writer());
    cells.add(check.population());
    cells.add(key(check.layout()));
    cells.add(key(check.font()));
    cells.add(key(check.ink()));
    Arrays.stream(DamageKind.values()).map(check::severity).forEach(cells::add);
    return cells.toArray();
  }

  private static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
