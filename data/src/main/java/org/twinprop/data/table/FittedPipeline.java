package org.twinprop.data.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.datavec.api.transform.TransformProcess;
import org.datavec.api.transform.condition.ConditionOp;
import org.datavec.api.transform.condition.column.NaNColumnCondition;
import org.datavec.api.transform.condition.column.StringColumnCondition;
import org.datavec.api.transform.schema.Schema;
import org.datavec.api.transform.transform.doubletransform.StandardizeNormalizer;
import org.datavec.api.writable.DoubleWritable;
import org.datavec.api.writable.Text;
import org.datavec.api.writable.Writable;
import org.twinprop.data.BadInput;

/**
 * How a row becomes the numbers that a network is given: a DataVec {@code TransformProcess} whose
 * every constant comes from training rows alone.
 *
 * <ul>
 *   <li>A number that is missing becomes the median, and an indicator says so if any was missing in
 *       training; then it is standardised to mean 0 and deviation 1.
 *   <li>A category becomes an indicator for each level with at least {@value #FEWEST_OF_LEVEL}
 *       training rows. Rarer levels, and those that training never saw, are {@code (other)}, which
 *       is 0 in all of them.
 * </ul>
 */
final class FittedPipeline {
  static final String OTHER = "(other)";

  /** Training rows that a level of a category needs to be told from others. */
  static final int FEWEST_OF_LEVEL = 10;

  private static final int MOST_FEATURES = 20_000;

  private final List<ColumnFacts> numbers = new ArrayList<>();
  private final List<ColumnFacts> categories = new ArrayList<>();
  private final Map<String, List<String>> levels = new LinkedHashMap<>();
  private final Map<String, HashSet<String>> seen = new LinkedHashMap<>();
  private final TransformProcess process;
  private final List<String> features;

  /**
   * @param columns the inputs, in order
   * @param training rows to fit to
   */
  FittedPipeline(Table table, List<ColumnPlan> columns, int[] training) {
    for (ColumnPlan column : columns) {
      ColumnFacts facts = ColumnFacts.of(table, column.name());
      (column.use() == ColumnUse.NUMBER ? numbers : categories).add(facts);
    }
    TransformProcess.Builder builder = new TransformProcess.Builder(schema());
    numbers.forEach(column -> number(builder, column, training));
    categories.forEach(column -> category(builder, column, training));
    process = built(builder, table);
    features = process.getFinalSchema().getColumnNames();
    if (features.size() > MOST_FEATURES) {
      throw new BadInput(
          "%s: its columns make %,d features, and at most %,d are taken: leave columns of many levels out with --exclude"
              .formatted(table.source(), features.size(), MOST_FEATURES));
    }
  }

  private static TransformProcess built(TransformProcess.Builder builder, Table table) {
    try {
      return builder.build();
    } catch (IllegalStateException | IllegalArgumentException e) {
      // no column varies in the rows to learn from, or the name of one is that of a level of
      // another
      throw new BadInput(
          "%s: nothing to learn from can be made of its columns (%s); give more rows, or leave columns out with --exclude"
              .formatted(table.source(), e.getMessage()),
          e);
    }
  }

  private Schema schema() {
    Schema.Builder schema = new Schema.Builder();
    numbers.forEach(column -> schema.addColumnDouble(column.name(), null, null, true, true));
    categories.forEach(column -> schema.addColumnString(column.name()));
    return schema.build();
  }

  private static void number(TransformProcess.Builder builder, ColumnFacts column, int[] training) {
    String name = column.name();
    double[] known =
        IntStream.of(training)
            .mapToDouble(row -> column.numbers()[row])
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    if (known.length == 0) {
      builder.removeColumns(name);
      return;
    }
    double median = known[known.length / 2];
    NaNColumnCondition missing = new NaNColumnCondition(name);
    if (known.length < training.length) {
      String indicator = name + "[" + "missing" + "]";
      builder.addConstantDoubleColumn(indicator, 0);
      builder.conditionalReplaceValueTransform(indicator, new DoubleWritable(1), missing);
    }
    builder.conditionalReplaceValueTransform(name, new DoubleWritable(median), missing);
    int filled = training.length - known.length;
    double mean = (Arrays.stream(known).sum() + filled * median) / training.length;
    double squares =
        Arrays.stream(known).map(one -> (one - mean) * (one - mean)).sum()
            + filled * (median - mean) * (median - mean);
    double deviation = Math.sqrt(squares / training.length);
    if (deviation > 0) {
      builder.transform(new StandardizeNormalizer(name, mean, deviation));
    } else {
      builder.removeColumns(name);
    }
  }

  private void category(TransformProcess.Builder builder, ColumnFacts column, int[] training) {
    String name = column.name();
    Map<String, Integer> counts = new LinkedHashMap<>();
    IntStream.of(training).forEach(row -> counts.merge(text(column, row), 1, Integer::sum));
    seen.put(name, new HashSet<>(counts.keySet()));
    List<String> common =
        counts.keySet().stream()
            .filter(level -> counts.get(level) >= FEWEST_OF_LEVEL)
            .sorted()
            .toList();
    levels.put(name, common);
    if (common.isEmpty()) {
      builder.removeColumns(name);
      return;
    }
    List<String> states = new ArrayList<>(common);
    states.add(OTHER);
    builder.conditionalReplaceValueTransform(
        name,
        new Text(OTHER),
        new StringColumnCondition(name, ConditionOp.NotInSet, new HashSet<>(common)));
    builder.stringToCategorical(name, states);
    builder.categoricalToOneHot(name);
    builder.removeColumns(name + "[" + OTHER + "]");
  }

  private static String text(ColumnFacts column, int row) {
    String text = column.texts().get(row);
    return CellText.missing(text) ? CellText.MISSING : text;
  }

  /** The names of the numbers that a row becomes. */
  List<String> features() {
    return features;
  }

  /** What a row becomes. */
  double[] numbers(int row) {
    List<Writable> cells = new ArrayList<>();
    numbers.forEach(column -> cells.add(new DoubleWritable(column.numbers()[row])));
    categories.forEach(column -> cells.add(new Text(text(column, row))));
    return process.execute(cells).stream().mapToDouble(Writable::toDouble).toArray();
  }

  /** How many rows have a level that training never saw, by column; those without any left out. */
  Map<String, Long> unseen(int[] rows) {
    Map<String, Long> unseen = new LinkedHashMap<>();
    for (ColumnFacts column : categories) {
      long count =
          IntStream.of(rows)
              .filter(row -> !seen.get(column.name()).contains(text(column, row)))
              .count();
      if (count > 0) {
        unseen.put(column.name(), count);
      }
    }
    return unseen;
  }

  /** How many levels are told from others, by column. */
  Map<String, Integer> levels() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    levels.forEach((name, common) -> counts.put(name, common.size()));
    return counts;
  }

  /** The pipeline as DataVec writes it. */
  String json() {
    return process.toJson();
  }
}
