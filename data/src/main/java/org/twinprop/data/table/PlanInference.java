package org.twinprop.data.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.twinprop.data.BadInput;
import org.twinprop.data.table.TableQuestion.Kind;

/**
 * Finds out what the columns of a table are, and says it: numbers or categories; those that are the
 * same everywhere; those that look like names of rows, from which nothing can be learned that holds
 * for others; those that give the target away.
 */
public final class PlanInference {
  private static final int MOST_CLASSES_OF_NUMBERS = 10;
  private static final int FEWEST_ROWS = 20;
  private static final double SHARE_OF_OWN_VALUES = 0.5;
  private static final double SKEWED = 1;

  /** Numbers that were given out one after the other leave few of their range unused. */
  private static final double DENSE = 0.5;

  /** Of 20 rows without any connection, one table in about 40 has more. */
  private static final double TELLING = 0.5;

  private static final String ID = "(?i)(.*[_ .-])?(id|uuid|guid|key|index)";

  private final Table table;
  private final TableQuestion question;
  private final Map<String, ColumnFacts> facts = new LinkedHashMap<>();
  private final ColumnFacts target;
  private final Kind kind;
  private String whyKind;

  private PlanInference(Table table, TableQuestion question) {
    this.table = table;
    this.question = question;
    target = ColumnFacts.of(table, question.target());
    kind = kind();
  }

  /**
   * @param table in which every column that the question names is there
   * @throws BadInput if the target cannot be predicted: it has one value, more classes than
   *     examples bear, or none that the logarithm takes; or if a cell is infinite
   */
  public static TablePlan of(Table table, TableQuestion question) {
    return new PlanInference(table, question).plan();
  }

  private TablePlan plan() {
    requireTarget();
    Leak leak = new Leak(target, kind == Kind.REGRESSION);
    List<ColumnPlan> columns = new ArrayList<>();
    for (String name : table.header()) {
      columns.add(
          name.equals(question.target())
              ? new ColumnPlan(name, ColumnUse.TARGET, false, targetWords())
              : column(name, leak));
    }
    TablePlan plan = new TablePlan(question, kind, whyKind, columns, notes(columns));
    if (plan.inputs().isEmpty()) {
      throw new BadInput(
          "%s: no column is left to predict '%s' from: %s"
              .formatted(table.source(), question.target(), reasons(columns)));
    }
    return plan;
  }

  private static String reasons(List<ColumnPlan> columns) {
    return String.join(
        "; ",
        columns.stream()
            .filter(column -> column.use() != ColumnUse.TARGET)
            .limit(5)
            .map(column -> column.name() + " is left out (" + column.why() + ")")
            .toList());
  }

  private ColumnPlan column(String name, Leak leak) {
    boolean group = question.groups().contains(name);
    if (question.excluded().contains(name)) {
      return new ColumnPlan(name, ColumnUse.LEFT_OUT, group, "as you said");
    }
    ColumnFacts column = ColumnFacts.of(table, name);
    facts.put(name, column);
    if (question.apart().equals(Optional.of(name))) {
      return new ColumnPlan(
          name,
          ColumnUse.APART,
          group,
          String.format(
              Locale.ROOT, "%,d values: rows of one are in one part; no input", column.distinct()));
    }
    Optional<String> objection =
        question.kept().contains(name) ? Optional.empty() : objection(column, leak);
    if (objection.isPresent() || column.distinct() == 0) {
      return new ColumnPlan(
          name, ColumnUse.LEFT_OUT, group, objection.orElse("every cell is missing"));
    }
    return column.numeric()
        ? new ColumnPlan(name, ColumnUse.NUMBER, group, numberWords(column))
        : new ColumnPlan(name, ColumnUse.CATEGORY, group, categoryWords(column));
  }

  private Optional<String> objection(ColumnFacts column, Leak leak) {
    if (column.distinct() == 0) {
      return Optional.of("every cell is missing");
    }
    if (column.distinct() == 1 && column.missing() == 0) {
      return Optional.of(
          "constant: every row has '%s'".formatted(column.counts().keySet().iterator().next()));
    }
    return leak.of(column).or(() -> identifier(column));
  }

  private Optional<String> identifier(ColumnFacts column) {
    if (column.known() < FEWEST_ROWS) {
      return Optional.empty();
    }
    boolean own = column.distinct() == column.known();
    boolean mostlyOwn = column.distinct() > SHARE_OF_OWN_VALUES * column.known();
    if (column.whole()
        && !column.dates()
        && own
        && (column.name().matches(ID) || column.fills(DENSE))) {
      return Optional.of("an identifier: every row has another whole number");
    }
    if (column.name().matches(ID) && mostlyOwn) {
      return Optional.of("an identifier, by its name and its many values");
    }
    return !column.numeric() && mostlyOwn
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "a name or free text: %,d different ones in %,d rows%s",
                column.distinct(),
                column.known(),
                column.dateLike() ? "; dates count as days if they are written as 2026-01-31" : ""))
        : Optional.empty();
  }

  private String numberWords(ColumnFacts column) {
    String slips =
        column.notNumbers() == 0
            ? ""
            : String.format(
                Locale.ROOT,
                "; %,d cells are no %s and count as missing (first: line %d, '%s')",
                column.notNumbers(),
                column.dates() ? "dates" : "numbers",
                table.lines()[column.firstNotNumber()],
                column.texts().get(column.firstNotNumber()));
    return (column.dates() ? "dates, counted in days: " : "")
        + column.range()
        + column.missingWords()
        + slips;
  }

  private static String categoryWords(ColumnFacts column) {
    List<String> names = new ArrayList<>(column.counts().keySet());
    names.sort((a, b) -> column.counts().get(b) - column.counts().get(a));
    String some = String.join(", ", names.subList(0, Math.min(3, names.size())));
    return String.format(
        Locale.ROOT,
        "%,d levels: %s%s%s",
        names.size(),
        some,
        names.size() > 3 ? ", ..." : "",
        column.missingWords());
  }

  private Kind kind() {
    if (question.kind().isPresent()) {
      whyKind = "as you said";
      return question.kind().get();
    }
    if (!target.numeric()) {
      whyKind = "its values are texts";
      return Kind.CLASSIFICATION;
    }
    if (target.distinct() <= 2
        || (target.whole() && target.distinct() <= MOST_CLASSES_OF_NUMBERS)) {
      whyKind = "it has only %d different values".formatted(target.distinct());
      return Kind.CLASSIFICATION;
    }
    whyKind = String.format(Locale.ROOT, "it holds numbers, %,d different ones", target.distinct());
    return Kind.REGRESSION;
  }

  private void requireTarget() {
    if (target.dates()) {
      throw new BadInput(
          "%s: the target '%s' holds dates: make a number of them, such as days since another date"
              .formatted(table.source(), target.name()));
    }
    if (target.distinct() < 2) {
      throw new BadInput(
          "%s: the target '%s' has %s; there is nothing to predict: name another column"
              .formatted(
                  table.source(),
                  target.name(),
                  target.distinct() == 0
                      ? "no value"
                      : "one value in every row, '%s'"
                          .formatted(target.counts().keySet().iterator().next())));
    }
    if (kind == Kind.CLASSIFICATION && 2 * target.distinct() > target.known()) {
      throw new BadInput(
          String.format(
              Locale.ROOT,
              "%s: the target '%s' has %,d classes in %,d rows, too many to learn from a few examples each: name another column%s",
              table.source(),
              target.name(),
              target.distinct(),
              target.known(),
              target.numeric() ? ", or predict it as a number, with --regression" : ""));
    }
    if (kind == Kind.REGRESSION) {
      requireNumbers();
    }
  }

  private void requireNumbers() {
    if (!target.numeric()) {
      throw new BadInput(
          "%s: is '%s', but a regression needs numbers in '%s'"
              .formatted(
                  table.place(target.firstNotNumber(), target.name()),
                  target.texts().get(target.firstNotNumber()),
                  target.name()));
    }
    for (int row = 0; question.logTarget() && row < target.rows(); row++) {
      if (target.numbers()[row] <= 0) {
        throw new BadInput(
            "%s: is %s, and has no logarithm: leave log_target out"
                .formatted(table.place(row, target.name()), target.texts().get(row)));
      }
    }
  }

  private String targetWords() {
    return (kind == Kind.REGRESSION
            ? target.range() + (question.logTarget() ? "; learned as its logarithm" : "")
            : categoryWords(target).replace("levels", "classes"))
        + (kind == Kind.REGRESSION ? target.missingWords() : "");
  }

  private List<String> notes(List<ColumnPlan> columns) {
    List<String> notes = new ArrayList<>();
    columns.stream()
        .filter(column -> column.use() == ColumnUse.LEFT_OUT && facts.containsKey(column.name()))
        .filter(column -> !column.why().startsWith(Leak.WORDS))
        .map(column -> facts.get(column.name()))
        .forEach(column -> tells(column).ifPresent(notes::add));
    int unusable = target.missing() + (kind == Kind.REGRESSION ? target.notNumbers() : 0);
    if (unusable > 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%,d rows without a value in '%s' are not used",
              unusable,
              target.name()));
    }
    String dates =
        String.join(
            "', '",
            columns.stream()
                .filter(column -> column.use() == ColumnUse.NUMBER)
                .map(ColumnPlan::name)
                .filter(name -> facts.get(name).dates())
                .toList());
    if (!dates.isEmpty()) {
      notes.add(
          "'%s' holds dates, counted in days; the rows to test are drawn by chance, not from the latest: how well later ones are predicted is another question"
              .formatted(dates));
    }
    if (kind == Kind.REGRESSION && !question.logTarget() && skewed()) {
      notes.add(
          "'%s' is positive and has a long tail of large values: its logarithm may be easier to learn (--log-target, or log_target: true)"
              .formatted(target.name()));
    }
    return notes;
  }

  /** A number that is left out and yet goes with a number to predict may be no identifier. */
  private Optional<String> tells(ColumnFacts column) {
    if (kind != Kind.REGRESSION || !column.numeric()) {
      return Optional.empty();
    }
    int[] both =
        IntStream.range(0, column.rows())
            .filter(row -> Double.isFinite(column.numbers()[row] + target.numbers()[row]))
            .toArray();
    double order = RankCorrelation.of(column.numbers(), target.numbers(), both);
    return both.length >= FEWEST_ROWS && Math.abs(order) > TELLING
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "'%s' is left out, yet '%s' goes with it (rank correlation %.2f): if it is a quantity and no identifier, keep it (--keep, or keep: [%s])",
                column.name(),
                target.name(),
                order,
                column.name()))
        : Optional.empty();
  }

  private boolean skewed() {
    double[] known = target.known(target.numbers());
    double mean = Arrays.stream(known).average().orElse(0);
    double second = Arrays.stream(known).map(one -> Math.pow(one - mean, 2)).average().orElse(0);
    double third = Arrays.stream(known).map(one -> Math.pow(one - mean, 3)).average().orElse(0);
    return Arrays.stream(known).allMatch(one -> one > 0) && third / Math.pow(second, 1.5) > SKEWED;
  }
}
