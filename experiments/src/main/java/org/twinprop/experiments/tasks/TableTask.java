package org.twinprop.experiments.tasks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.twinprop.data.BadInput;
import org.twinprop.data.SourceFile;
import org.twinprop.data.table.ColumnPlan;
import org.twinprop.data.table.PlanInference;
import org.twinprop.data.table.Table;
import org.twinprop.data.table.TableFile;
import org.twinprop.data.table.TableParts;
import org.twinprop.data.table.TablePlan;
import org.twinprop.data.table.TableQuestion;
import org.twinprop.layers.text.Nearest;

/**
 * Any table: what its columns are is found out, and said.
 *
 * @param choices what a person said about it
 */
record TableTask(DataChoices choices) implements Task {
  static final Task UNSAID = new TableTask(DataChoices.NONE);

  @Override
  public String name() {
    return "table";
  }

  @Override
  public Set<String> takes() {
    return Set.of(
        "csv", "target", "group", "apart", "exclude", "keep", "predict", "log_target", "unit");
  }

  @Override
  public Task saying(DataChoices said) {
    return new TableTask(said);
  }

  @Override
  public Map<String, Object> settings() {
    return choices.toMap();
  }

  @Override
  public boolean readsFolder() {
    return true;
  }

  /**
   * @throws BadInput if the table or the question has a fault
   */
  @Override
  public TaskData load(Optional<Path> folder, OptionalInt limit, long seed) {
    Path csv =
        choices
            .csv()
            .orElseThrow(() -> new BadInput("the experiment table needs 'csv': name a CSV file"));
    Path file = TableFolder.find(csv, folder);
    Table table = TableFile.read(file);
    TableQuestion question = question(table, choices);
    Wording wording =
        new Wording(
            "Predicting %s from %s".formatted(question.target(), file.getFileName()),
            "rows",
            file.toString(),
            "",
            "",
            "row is in one part",
            question.apart());
    return load(table, question, limit, seed, List.of(SourceFile.of(file)), wording);
  }

  /** Infers the plan, divides the rows and fits everything to those to learn from. */
  static TaskData load(
      Table table,
      TableQuestion question,
      OptionalInt limit,
      long seed,
      List<SourceFile> files,
      Wording wording) {
    TablePlan plan = PlanInference.of(table, question);
    TableParts parts = TableParts.of(table, plan, limit, seed);
    return new TaskData(
        parts.trainExamples(),
        parts.validationExamples(),
        parts.testExamples(),
        files,
        wording,
        SensibleNetwork.epochs(parts.train().length),
        Optional.of(account(plan, parts)));
  }

  private static TableAccount account(TablePlan plan, TableParts parts) {
    Map<String, Integer> levels = parts.all().levels();
    List<ColumnPlan> columns =
        plan.columns().stream()
            .map(
                column ->
                    levels.containsKey(column.name())
                        ? new ColumnPlan(
                            column.name(),
                            column.use(),
                            column.group(),
                            column.why()
                                + "; %d told from '(other)'".formatted(levels.get(column.name())))
                        : column)
            .toList();
    List<String> notes = new ArrayList<>(plan.notes());
    notes.addAll(parts.notes());
    String kind =
        "%s of '%s': %s"
            .formatted(
                plan.regression() ? "Regression" : "Classification",
                plan.question().target(),
                plan.whyKind());
    return new TableAccount(columns, kind, notes, parts.all().pipelineJson());
  }

  /**
   * @throws BadInput if a column that is named is not there
   */
  static TableQuestion question(Table table, DataChoices choices) {
    String target =
        choices
            .target()
            .orElseThrow(
                () ->
                    new BadInput(
                        "which column of %s is to be predicted? name it with 'target' (--target): its columns are %s"
                            .formatted(table.source(), String.join(", ", table.header()))));
    Set<String> named = new LinkedHashSet<>(List.of(target));
    named.addAll(choices.group());
    choices.apart().ifPresent(named::add);
    named.addAll(choices.exclude());
    named.addAll(choices.keep());
    named.forEach(column -> require(table, column));
    requireNoTarget(target, "group", choices.group());
    requireNoTarget(target, "apart", choices.apart().stream().toList());
    requireNoTarget(target, "exclude", choices.exclude());
    return new TableQuestion(
        target,
        choices.group(),
        choices.apart(),
        new HashSet<>(choices.exclude()),
        new HashSet<>(choices.keep()),
        choices.predict(),
        choices.logTarget().orElse(false),
        choices.unit().orElse(""));
  }

  private static void require(Table table, String column) {
    if (!table.has(column)) {
      String hint = Nearest.hint(column, table.header());
      throw new BadInput(
          "%s: there is no column '%s'; its columns are %s%s"
              .formatted(
                  table.source(),
                  column,
                  String.join(", ", table.header()),
                  hint.startsWith("did you mean") ? " (" + hint + ")" : ""));
    }
  }

  private static void requireNoTarget(String target, String key, List<String> columns) {
    if (columns.contains(target)) {
      throw new BadInput(
          "'%s' is the target, and cannot be in '%s' too: leave it out there%s"
              .formatted(
                  target,
                  key,
                  key.equals("group")
                      ? "; results are told by quarters or classes of it anyhow"
                      : ""));
    }
  }
}
