package org.twinprop.data.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.data.ArrayFill;
import org.twinprop.data.BadInput;
import org.twinprop.data.Examples;
import org.twinprop.data.GroupColumn;
import org.twinprop.data.TargetScale;

/** The rows of a table as numbers, with everything fitted to some of them. */
public final class TableExamples implements Examples {
  private static final long MOST_NUMBERS = 200_000_000;

  private final Table table;
  private final TablePlan plan;
  private final FittedPipeline pipeline;
  private final double[][] inputs;
  private final double[] values;
  private final TargetScale scale;
  private final List<String> classNames;
  private final int[] classes;
  private final List<GroupColumn> groups;

  /**
   * @param table whose rows all have a target
   * @param plan of the table
   * @param training rows that everything is fitted to
   */
  public TableExamples(Table table, TablePlan plan, int[] training) {
    this.table = table;
    this.plan = plan;
    pipeline = new FittedPipeline(table, plan.inputs(), training);
    requireRoom();
    inputs = IntStream.range(0, table.size()).mapToObj(pipeline::numbers).toArray(double[][]::new);
    ColumnFacts target = ColumnFacts.of(table, plan.question().target());
    values = target.numbers();
    scale = plan.regression() ? scale(target, training) : TargetScale.NONE;
    classNames = plan.regression() ? List.of() : Targets.classNames(target);
    classes = plan.regression() ? null : Targets.classes(target, classNames);
    groups = groups(target, training);
  }

  private void requireRoom() {
    if ((long) table.size() * pipeline.features().size() > MOST_NUMBERS) {
      throw new BadInput(
          String.format(
              Locale.ROOT,
              "%s: %,d rows of %,d features are more than fit here: leave columns out with --exclude, or give fewer rows",
              table.source(),
              table.size(),
              pipeline.features().size()));
    }
  }

  private TargetScale scale(ColumnFacts target, int[] training) {
    boolean logarithm = plan.question().logTarget();
    double[] learned =
        IntStream.of(training)
            .mapToDouble(row -> target.numbers()[row])
            .map(value -> logarithm ? Math.log(value) : value)
            .toArray();
    double mean =
        IntStream.range(0, learned.length).mapToDouble(i -> learned[i]).average().orElse(0);
    double variance =
        IntStream.range(0, learned.length)
            .mapToDouble(i -> (learned[i] - mean) * (learned[i] - mean))
            .average()
            .orElse(0);
    if (variance == 0) {
      throw new BadInput(
          "%s: the target '%s' has one value in every row to learn from; there is nothing to predict"
              .formatted(table.source(), target.name()));
    }
    return new TargetScale(plan.question().unit(), mean, Math.sqrt(variance), logarithm);
  }

  private List<GroupColumn> groups(ColumnFacts target, int[] training) {
    List<GroupColumn> all = new ArrayList<>();
    for (String name : plan.groupColumns()) {
      ColumnFacts column = ColumnFacts.of(table, name);
      boolean manyNumbers =
          column.numeric()
              && column.distinct() > Targets.MOST_GROUPS_OF_NUMBERS
              && !plan.apart().filter(name::equals).isPresent();
      all.add(
          manyNumbers
              ? QuartileGroups.of(name, column.numbers(), training, column::written)
              : Targets.texts(column));
    }
    if (plan.regression()) {
      all.add(
          QuartileGroups.of(
              target.name() + " quartile", target.numbers(), training, scale::written));
    } else {
      all.add(Targets.texts(target));
    }
    return all;
  }

  /** How many rows have a level that training never saw, by column. */
  public Map<String, Long> unseen(int[] rows) {
    return pipeline.unseen(rows);
  }

  /** How many levels of each category are told from others. */
  public Map<String, Integer> levels() {
    return pipeline.levels();
  }

  /** The {@code TransformProcess} that makes numbers of rows, as DataVec writes it. */
  public String pipelineJson() {
    return pipeline.json();
  }

  @Override
  public Examples fittedTo(int[] training) {
    return new TableExamples(table, plan, training);
  }

  @Override
  public String description() {
    return "rows of " + table.source();
  }

  @Override
  public int size() {
    return table.size();
  }

  @Override
  public long[] inputShape() {
    return new long[] {pipeline.features().size()};
  }

  @Override
  public List<String> featureNames() {
    return pipeline.features();
  }

  @Override
  public List<String> classNames() {
    return classNames;
  }

  @Override
  public long[] targetShape() {
    return new long[] {plan.regression() ? 1 : classNames.size()};
  }

  @Override
  public void inputs(int[] rows, INDArray into) {
    ArrayFill.fill(
        into,
        rows.length,
        inputShape(),
        (position, numbers) ->
            System.arraycopy(inputs[rows[position]], 0, numbers, 0, numbers.length));
  }

  @Override
  public void targets(int[] rows, INDArray into) {
    if (!plan.regression()) {
      Examples.super.targets(rows, into);
      return;
    }
    ArrayFill.fill(
        into,
        rows.length,
        targetShape(),
        (position, numbers) -> numbers[0] = scale.toOutput(values[rows[position]]));
  }

  @Override
  public TargetScale targetScale() {
    return scale;
  }

  @Override
  public double valueOf(int row) {
    if (!plan.regression()) {
      throw new UnsupportedOperationException(description() + " have classes, not values");
    }
    return values[row];
  }

  @Override
  public int classOf(int row) {
    if (plan.regression()) {
      throw new UnsupportedOperationException(description() + " have values, not classes");
    }
    return classes[row];
  }

  @Override
  public List<String> groupColumns() {
    return groups.stream().map(GroupColumn::name).toList();
  }

  @Override
  public String group(String column, int row) {
    return GroupColumn.named(column, groups, description()).group(row);
  }
}
