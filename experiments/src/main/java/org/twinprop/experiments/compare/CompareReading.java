package org.twinprop.experiments.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.audit.Cells;
import org.twinprop.experiments.audit.TallyBook;
import org.twinprop.experiments.table.PredictionTable;
import org.twinprop.trainer.evaluation.group.GroupedTallies;

/**
 * Reads several tables row by row, side by side, and makes sure that they are about the same
 * examples.
 */
final class CompareReading implements AutoCloseable {
  private final List<PredictionFile> files;
  private final List<PredictionTable> tables = new ArrayList<>();
  private final List<Cells> cells = new ArrayList<>();
  private final List<String> groups;
  private final CompareRequest request;
  private final String[] groupValues;
  private final String unit;
  private final long[] agreements;
  private long rows;

  CompareReading(List<PredictionFile> files, CompareRequest request) {
    this.files = files;
    this.request = request;
    groups = files.get(0).groups();
    groupValues = new String[groups.size()];
    unit = files.get(0).unit();
    agreements = new long[files.size()];
    if (request.intersect()) {
      TallyBook.requireIntersectable(groups);
    }
    for (PredictionFile file : files) {
      if (file.regression() != files.get(0).regression()) {
        throw new BadInput(
            "%s predicts %s and %s does not: they cannot be compared"
                .formatted(
                    files.get(0).name(),
                    files.get(0).regression() ? "numbers" : "classes",
                    file.name()));
      }
      PredictionTable table = request.open(file.file());
      tables.add(table);
      cells.add(new Cells(file.file()));
      List<String> wanted = new ArrayList<>(List.of(file.label(), file.prediction()));
      groups.stream().filter(table::has).forEach(wanted::add);
      if (tables.size() == 1) {
        groups.stream().filter(group -> !table.has(group)).forEach(wanted::add);
        Optional.ofNullable(file.unit()).ifPresent(wanted::add);
      }
      table.want(wanted);
    }
  }

  Comparison compare() {
    List<String> names = files.stream().map(PredictionFile::name).toList();
    boolean regression = files.get(0).regression();
    GroupedTallies<? extends ComparedTally> tallies = regression ? numbers() : classes();
    List<Long> alike = Arrays.stream(agreements).boxed().toList();
    return Comparison.of(
        names, regression, unit, alike, tallies, request.minimum(), request.seed());
  }

  long rows() {
    return rows;
  }

  private GroupedTallies<Outcomes> classes() {
    TallyBook<Outcomes> book =
        new TallyBook<>(
            groups,
            request.intersect(),
            name -> new Outcomes(tables.size(), request.seed() + name.hashCode()));
    List<SeenClasses> seen = files.stream().map(SeenClasses::of).toList();
    while (nextRow()) {
      int right = 0;
      for (int i = 0; i < tables.size(); i++) {
        String[] values = tables.get(i).values();
        long line = tables.get(i).line();
        String label = cells.get(i).className(values[0], files.get(i).label(), line);
        String predicted = cells.get(i).className(values[1], files.get(i).prediction(), line);
        seen.get(i).add(label, predicted);
        right |= predicted.equals(label) ? 1 << i : 0;
        agreements[i] += predicted.equals(tables.get(0).values()[1]) ? 1 : 0;
      }
      int set = right;
      String of = unitOfRow();
      book.count(groupValues, tally -> tally.add(of, set));
    }
    seen.forEach(SeenClasses::refuseWhatCannotBeMeant);
    return book.tallies();
  }

  private GroupedTallies<AbsoluteErrors> numbers() {
    TallyBook<AbsoluteErrors> book =
        new TallyBook<>(
            groups,
            request.intersect(),
            name -> new AbsoluteErrors(tables.size(), request.seed() + name.hashCode()));
    double[] predictions = new double[tables.size()];
    while (nextRow()) {
      double target = target();
      for (int i = 0; i < predictions.length; i++) {
        String[] values = tables.get(i).values();
        long line = tables.get(i).line();
        predictions[i] = cells.get(i).number(values[1], files.get(i).prediction(), line);
        agreements[i] += predictions[i] == predictions[0] ? 1 : 0;
      }
      String of = unitOfRow();
      book.count(groupValues, tally -> tally.add(of, target, predictions));
    }
    return book.tallies();
  }

  /** Null where examples are each by themselves; an example without a unit is one of its own. */
  private String unitOfRow() {
    if (unit == null) {
      return null;
    }
    String value = tables.get(0).values()[2 + groups.size()];
    return value.isBlank() ? "row " + rows : "unit " + value;
  }

  /** Of every table: rows whose labels differ are refused. */
  private double target() {
    PredictionTable table = tables.get(0);
    return cells.get(0).number(table.values()[0], files.get(0).label(), table.line());
  }

  /** Moves every table one row on; the groups are then those of the first. */
  private boolean nextRow() {
    boolean first = nextRow(0);
    for (int i = 1; i < tables.size(); i++) {
      if (nextRow(i) != first) {
        throw different(
            i, "has %s rows than".formatted(first ? "fewer" : "more") + " " + files.get(0).name());
      }
    }
    if (first) {
      rows++;
      System.arraycopy(tables.get(0).values(), 2, groupValues, 0, groupValues.length);
      for (int i = 1; i < tables.size(); i++) {
        requireSame(i);
      }
    } else if (rows == 0) {
      throw tables.get(0).empty();
    }
    return first;
  }

  private boolean nextRow(int i) {
    try {
      return tables.get(i).nextRow();
    } catch (PredictionTable.NotUtf8 e) {
      throw CompareRequest.notUtf8(files.get(i).file(), e);
    }
  }

  private void requireSame(int i) {
    String[] here = tables.get(i).values();
    String[] there = tables.get(0).values();
    requireSame(i, files.get(i).label(), here[0], there[0]);
    int place = 2;
    for (int g = 0; g < groups.size(); g++) {
      if (tables.get(i).has(groups.get(g))) {
        requireSame(i, groups.get(g), here[place++], there[2 + g]);
      }
    }
  }

  private void requireSame(int i, String column, String here, String there) {
    if (!here.equals(there)) {
      throw different(
          i,
          "has '%s' in column '%s' of line %d, where %s has '%s'"
              .formatted(here, column, tables.get(i).line(), files.get(0).name(), there));
    }
  }

  private BadInput different(int i, String how) {
    return new BadInput(
        "%s %s: only predictions for the same examples in the same order can be compared (for runs: the same data and seed)"
            .formatted(files.get(i).name(), how));
  }

  @Override
  public void close() {
    tables.forEach(PredictionTable::close);
  }
}
