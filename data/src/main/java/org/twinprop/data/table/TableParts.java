package org.twinprop.data.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.twinprop.data.Examples;
import org.twinprop.data.GroupColumn;
import org.twinprop.data.Split;
import org.twinprop.data.Splits;

/**
 * A table in three parts, with everything fitted to the first: of the rows with a target, a fifth
 * to test with, a tenth of the others to validate with. Rows that belong together are in one part.
 *
 * @param all rows with a target, fitted to the training rows
 * @param train row numbers to learn from
 * @param validation row numbers to measure on
 * @param test row numbers for the last word
 * @param notes on categories that only some parts have, in sentences
 */
public record TableParts(
    TableExamples all, int[] train, int[] validation, int[] test, List<String> notes) {
  private static final double TEST_SHARE = 0.2;
  private static final double VALIDATION_SHARE = 0.1;

  /**
   * @param table as read
   * @param plan made of it
   * @param limit about how many rows to learn from; all if empty
   * @param seed of the draw of rows
   */
  public static TableParts of(Table table, TablePlan plan, OptionalInt limit, long seed) {
    Table usable = withTarget(table, plan);
    RowNumbers rows = rowNumbers(usable, plan);
    Split last = split(rows, plan, TEST_SHARE, seed);
    Split first = split(last.kept(), plan, VALIDATION_SHARE, seed + 1);
    int[] test = RowNumbers.of(last.heldOut());
    int[] validation = RowNumbers.of(first.heldOut());
    int[] train = RowNumbers.of(limited(first.kept(), plan, limit, seed + 2));
    TableExamples all = new TableExamples(usable, plan, train);
    return new TableParts(all, train, validation, test, notes(all, usable, plan, train, test));
  }

  public Examples trainExamples() {
    return all.select(train);
  }

  public Examples validationExamples() {
    return all.select(validation);
  }

  public Examples testExamples() {
    return all.select(test);
  }

  private static Table withTarget(Table table, TablePlan plan) {
    ColumnFacts target = ColumnFacts.of(table, plan.question().target());
    int[] usable =
        IntStream.range(0, table.size())
            .filter(
                row ->
                    plan.regression()
                        ? Double.isFinite(target.numbers()[row])
                        : !CellText.missing(target.texts().get(row)))
            .toArray();
    return usable.length == table.size() ? table : table.select(usable);
  }

  private static RowNumbers rowNumbers(Table table, TablePlan plan) {
    List<GroupColumn> columns =
        plan.apart().stream().map(name -> Targets.texts(ColumnFacts.of(table, name))).toList();
    ColumnFacts target = ColumnFacts.of(table, plan.question().target());
    int[] classes =
        plan.regression()
            ? new int[table.size()]
            : Targets.classes(target, Targets.classNames(target));
    return new RowNumbers("rows of " + table.source(), classes, columns);
  }

  private static Split split(Examples rows, TablePlan plan, double share, long seed) {
    return Splits.ofClassesBy(rows, plan.apart(), share, seed);
  }

  private static Examples limited(Examples rows, TablePlan plan, OptionalInt limit, long seed) {
    return limit.isPresent() && limit.getAsInt() < rows.size()
        ? split(rows, plan, (double) limit.getAsInt() / rows.size(), seed).heldOut()
        : rows;
  }

  private static List<String> notes(
      TableExamples all, Table table, TablePlan plan, int[] train, int[] test) {
    List<String> notes = new ArrayList<>();
    all.unseen(test)
        .forEach(
            (column, count) ->
                notes.add(
                    String.format(
                        Locale.ROOT,
                        "%,d of %,d rows to test have a '%s' that training never saw: they are read as '%s', as rare ones are",
                        count,
                        test.length,
                        column,
                        FittedPipeline.OTHER)));
    if (!plan.regression()) {
      ColumnFacts target = ColumnFacts.of(table, plan.question().target());
      List<String> unlearned =
          all.classNames().stream()
              .filter(name -> IntStream.of(train).noneMatch(row -> is(target, row, name)))
              .toList();
      if (!unlearned.isEmpty()) {
        notes.add(
            "no row to learn from is of the class %s: rows of it can only be read wrong"
                .formatted(String.join(", ", unlearned)));
      }
    }
    return notes;
  }

  private static boolean is(ColumnFacts target, int row, String name) {
    return target.texts().get(row).equals(name);
  }
}
