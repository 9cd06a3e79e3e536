package org.twinprop.data.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.data.BadInput;
import org.twinprop.data.Examples;
import org.twinprop.data.made.MadeRents;
import org.twinprop.data.table.TableQuestion.Kind;

class TableTest {
  @TempDir Path folder;

  private static final List<String> HEADER =
      List.of("id", "size", "town", "copy", "root", "everywhere", "rent");

  /** Rows with an identifier, two leaks of the target and a constant. */
  private static Table table(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String[]> all = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      int size = 20 + random.nextInt(100);
      String town = List.of("Aa", "Bb", "Cc").get(random.nextInt(3));
      int rent = 100 + 10 * size + random.nextInt(500);
      all.add(
          new String[] {
            Integer.toString(900 + 7 * row),
            random.nextInt(10) == 0 ? "null" : Integer.toString(size),
            town,
            String.format(Locale.ROOT, "$%,d", rent),
            Double.toString(Math.sqrt(rent)),
            "EUR",
            Integer.toString(rent)
          });
    }
    return new Table("some.csv", HEADER, all);
  }

  private static TableQuestion question(boolean logTarget) {
    return new TableQuestion(
        "rent",
        List.of("town"),
        Optional.empty(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        logTarget,
        "$");
  }

  private static ColumnPlan column(TablePlan plan, String name) {
    return plan.columns().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void wholeNumbersOfWhichNoTwoAreAlikeAreNoIdentifierUnlessTheyCount() {
    SplittableRandom random = new SplittableRandom(1);
    List<String[]> all = new ArrayList<>();
    for (int row = 0; row < 300; row++) {
      int income = 30_000 * (row + 1) + random.nextInt(30_000);
      String rent = Double.toString(0.001 * income + 900 * random.nextDouble());
      all.add(new String[] {Integer.toString(income), Integer.toString(row), "Aa", rent});
    }
    Table incomes = new Table("some.csv", List.of("income", "number", "town", "rent"), all);
    TablePlan plan = PlanInference.of(incomes, question(false));
    assertEquals(ColumnUse.NUMBER, column(plan, "income").use(), column(plan, "income").why());
    assertEquals(ColumnUse.LEFT_OUT, column(plan, "number").use(), column(plan, "number").why());
    List<String> telling =
        plan.notes().stream().filter(note -> note.contains("is left out, yet")).toList();
    assertEquals(1, telling.size(), telling.toString());
    assertTrue(telling.get(0).startsWith("'number' is left out, yet 'rent' goes with it"));
    assertTrue(telling.get(0).contains("--keep"), telling.get(0));
  }

  /** Nor do leaks: their reason says already why they are left out. */
  @Test
  void identifiersThatTellNothingGiveNoNote() {
    List<String> notes = PlanInference.of(table(300, 1), question(false)).notes();
    assertTrue(notes.stream().noneMatch(note -> note.contains("left out")), notes.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"x;y|semicolons", "'x\ty'|tabs"})
  void otherSeparatorsAreSaidToSeemSo(String header, String separators) throws IOException {
    Path file = folder.resolve("other.csv");
    Files.writeString(file, header.replace("\\t", "\t") + "\n" + "1\n".repeat(30));
    String line = assertThrows(BadInput.class, () -> TableFile.read(file)).getMessage();
    assertTrue(line.contains("seems to have " + separators + " between its fields"), line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "id; LEFT_OUT; an identifier",
        "size; NUMBER; cells are missing",
        "town; CATEGORY; 3 levels",
        "copy; LEFT_OUT; the target in other words",
        "root; LEFT_OUT; in the target's order",
        "everywhere; LEFT_OUT; every row has 'EUR'",
        "rent; TARGET; median"
      },
      quoteCharacter = '"')
  void everyColumnIsFoundOutAndSaid(String name, ColumnUse use, String why) {
    TablePlan plan = PlanInference.of(table(300, 1), question(false));
    assertEquals(use, column(plan, name).use(), column(plan, name).why());
    assertTrue(column(plan, name).why().contains(why), column(plan, name).why());
    assertEquals(Kind.REGRESSION, plan.kind());
  }

  @Test
  void whatAPersonKeepsIsKept() {
    TableQuestion keeping =
        new TableQuestion(
            "rent",
            List.of(),
            Optional.empty(),
            Set.of("town"),
            Set.of("copy"),
            Optional.empty(),
            false,
            "");
    TablePlan plan = PlanInference.of(table(300, 1), keeping);
    assertEquals(ColumnUse.NUMBER, column(plan, "copy").use());
    assertEquals("as you said", column(plan, "town").why());
  }

  /** Whatever the rows to test say, nothing that was fitted changes. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void noTestRowIsInAnythingThatWasFitted(long seed) {
    Table table = table(200, seed);
    TablePlan plan = PlanInference.of(table, question(true));
    TableParts parts = TableParts.of(table, plan, OptionalInt.empty(), seed);
    List<String[]> changed = new ArrayList<>(table.rows());
    SplittableRandom random = new SplittableRandom(seed);
    for (int[] others : List.of(parts.test(), parts.validation())) {
      for (int row : others) {
        String[] other = changed.get(row).clone();
        other[1] = Integer.toString(random.nextInt(1_000_000));
        other[2] = "elsewhere " + random.nextInt(3);
        other[6] = Integer.toString(1 + random.nextInt(1_000_000));
        changed.set(row, other);
      }
    }
    TableExamples after =
        new TableExamples(new Table("some.csv", HEADER, changed), plan, parts.train());
    assertEquals(parts.all().targetScale(), after.targetScale());
    assertEquals(parts.all().featureNames(), after.featureNames());
    assertArrayEquals(inputs(parts.all(), parts.train()), inputs(after, parts.train()));
    assertEquals(parts.all().pipelineJson(), after.pipelineJson());
  }

  private static double[] inputs(Examples examples, int[] rows) {
    try (INDArray x = Nd4j.create(DataType.DOUBLE, rows.length, examples.inputShape()[0])) {
      examples.inputs(rows, x);
      return x.data().asDouble();
    }
  }

  @Test
  void trainingNumbersHaveMeanZeroAndDeviationOne() {
    Table table = table(500, 3);
    TableParts parts =
        TableParts.of(table, PlanInference.of(table, question(false)), OptionalInt.empty(), 1);
    Examples train = parts.trainExamples();
    int place = train.featureNames().indexOf("size");
    int width = train.featureNames().size();
    double[] all = inputs(parts.all(), parts.train());
    double[] size =
        IntStream.range(0, train.size()).mapToDouble(row -> all[row * width + place]).toArray();
    double mean = IntStream.range(0, size.length).mapToDouble(i -> size[i]).average().orElseThrow();
    double square =
        IntStream.range(0, size.length).mapToDouble(i -> size[i] * size[i]).average().orElseThrow();
    assertEquals(0, mean, 1e-12);
    assertEquals(1, square, 1e-12);
    assertTrue(train.featureNames().contains("size[missing]"), train.featureNames().toString());
  }

  @Test
  void whatTrainingNeverSawIsReadAsOther() {
    Table table = table(300, 1);
    TablePlan plan = PlanInference.of(table, question(false));
    int[] training = IntStream.range(0, 250).toArray();
    List<String[]> changed = new ArrayList<>(table.rows());
    changed.get(299)[2] = "Nowhere";
    TableExamples examples =
        new TableExamples(new Table("some.csv", HEADER, changed), plan, training);
    double[] row = inputs(examples, new int[] {299});
    for (String feature : examples.featureNames()) {
      if (feature.startsWith("town")) {
        assertEquals(0, row[examples.featureNames().indexOf(feature)], feature);
      }
    }
    assertEquals(1, examples.unseen(new int[] {298, 299}).get("town"));
  }

  @Test
  void rowsThatBelongTogetherAreInOnePart() {
    Table table = MadeRents.table(1);
    TableQuestion question =
        new TableQuestion(
            "rent",
            List.of("borough"),
            Optional.of("building_id"),
            Set.of(),
            Set.of(),
            Optional.empty(),
            true,
            "$");
    TableParts parts =
        TableParts.of(table, PlanInference.of(table, question), OptionalInt.empty(), 1);
    Set<String> train = buildings(parts.trainExamples());
    Set<String> validation = buildings(parts.validationExamples());
    Set<String> test = buildings(parts.testExamples());
    assertEquals(900, train.size() + validation.size() + test.size());
    train.retainAll(test);
    validation.retainAll(test);
    assertTrue(train.isEmpty() && validation.isEmpty());
  }

  private static Set<String> buildings(Examples part) {
    Set<String> all = new HashSet<>();
    IntStream.range(0, part.size()).forEach(row -> all.add(part.group("building_id", row)));
    return all;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "$1,350; 1350",
        "790; 790",
        "-2.5; -2.5",
        "12%; 12",
        "1e3; 1000",
        "1,35; ",
        "Cats; ",
        ".; ",
        "''; "
      })
  void textsAreNumbersOrNot(String text, Double number) {
    assertEquals(
        number == null ? OptionalDouble.empty() : OptionalDouble.of(number), CellText.number(text));
  }

  private String refused(String text) throws IOException {
    Path file = Files.write(folder.resolve("some.csv"), text.getBytes(StandardCharsets.ISO_8859_1));
    BadInput refused =
        assertThrows(
            BadInput.class,
            () -> PlanInference.of(TableFile.read(file), TableQuestion.of("target")));
    assertEquals(1, refused.getMessage().lines().count());
    return refused.getMessage();
  }

  private void refusedFor(String text, String why) throws IOException {
    String message = refused(text);
    assertTrue(message.contains(why), message);
  }

  private static String lines(String header, String row) {
    return header + "\n" + (row + "\n").repeat(30);
  }

  @Test
  void badTablesAreRefusedInOneLine() throws IOException {
    refusedFor("", "is empty");
    refusedFor("a,target\n", "has 0 rows");
    refusedFor(lines("a,a", "1,2"), "'a' is there twice (1 and 2)");
    refusedFor(lines("a,target", "1,2") + "1,2,3\n", "line 32: has 3 fields");
    refusedFor(lines("a,target", "caf\u00e9,2"), "is not UTF-8");
    refusedFor(lines("a,target", "1,2"), "one value in every row, '2'");
    refusedFor(lines("a,target", "1,"), "has no value");
    refusedFor(lines("a,target", "1,x") + lines("2,y", "2,y") + "inf,y\n", "column 'a': is 'inf'");
    refusedFor(lines("a,target", "\"1,x"), "not CSV");
  }

  @Test
  void moreClassesThanExamplesBearAreRefused() {
    List<String[]> rows = new ArrayList<>();
    for (int row = 0; row < 40; row++) {
      rows.add(new String[] {Integer.toString(row % 7), "name " + row});
    }
    Table table = new Table("some.csv", List.of("a", "target"), rows);
    BadInput refused =
        assertThrows(BadInput.class, () -> PlanInference.of(table, TableQuestion.of("target")));
    assertTrue(refused.getMessage().contains("40 classes in 40 rows"), refused.getMessage());
  }

  @Test
  void aColumnThatNamesTheClassIsALeak() {
    List<String[]> rows = new ArrayList<>();
    for (int row = 0; row < 90; row++) {
      int k = row % 3;
      rows.add(
          new String[] {
            Integer.toString(row * 31 % 17),
            "code " + k,
            Double.toString(10 * k + row / 90.0),
            "class " + k
          });
    }
    Table table = new Table("some.csv", List.of("a", "code", "order", "target"), rows);
    TablePlan plan = PlanInference.of(table, TableQuestion.of("target"));
    assertEquals(Kind.CLASSIFICATION, plan.kind());
    assertEquals(ColumnUse.NUMBER, column(plan, "a").use());
    assertTrue(column(plan, "code").why().startsWith("a leak"), column(plan, "code").why());
    assertTrue(column(plan, "order").why().startsWith("a leak"), column(plan, "order").why());
  }

  private static Table dated(String pattern, int rows) {
    DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    List<String[]> all = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      LocalDateTime when = LocalDateTime.of(2024, 2, 27, 6, 0).plusDays(row);
      all.add(
          new String[] {
            when.format(format), Integer.toString(row % 7), "" + (50 + 37 * row % 101)
          });
    }
    return new Table("some.csv", List.of("listed", "beds", "rent"), all);
  }

  @ParameterizedTest
  @CsvSource({"yyyy-MM-dd, 0", "yyyy-MM-dd HH:mm, 0.25", "yyyy-MM-dd'T'HH:mm:ss'Z', 0.25"})
  void datesAreDaysAndNoIdentifiers(String pattern, double hours) {
    Table table = dated(pattern, 100);
    TablePlan plan = PlanInference.of(table, question(false));
    ColumnPlan listed = plan.columns().get(0);
    assertEquals(ColumnUse.NUMBER, listed.use(), listed.why());
    assertTrue(
        listed.why().startsWith("dates, counted in days: 2024-02-27 to 2024-06-05"), listed.why());
    assertTrue(plan.notes().toString().contains("drawn by chance, not from the latest"));
    double[] days = ColumnFacts.of(table, "listed").numbers();
    assertEquals(LocalDate.of(2024, 2, 27).toEpochDay() + hours, days[0], 1e-9);
    assertEquals(99, days[99] - days[0], 1e-9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dd.MM.yyyy", "M/d/yyyy", "yyyy-dd-MM HH"})
  void otherWaysToWriteDatesAreSaidToBeUnread(String pattern) {
    ColumnPlan listed = PlanInference.of(dated(pattern, 100), question(false)).columns().get(0);
    assertEquals(ColumnUse.LEFT_OUT, listed.use());
    assertTrue(listed.why().contains("dates count as days if they are written as"), listed.why());
  }

  @Test
  void aDateIsNothingToPredict() {
    Table table = dated("yyyy-MM-dd", 50);
    TableQuestion question = TableQuestion.of("listed");
    String message =
        assertThrows(BadInput.class, () -> PlanInference.of(table, question)).getMessage();
    assertTrue(message.contains("the target 'listed' holds dates"), message);
  }

  @Test
  void hoursFromGreenwichCount() {
    assertEquals(CellText.days("2026-01-31T23:00Z"), CellText.days("2026-02-01 01:30+02:30"));
    assertEquals(OptionalDouble.empty(), CellText.days("2026-02-30"));
    assertEquals(OptionalDouble.empty(), CellText.days("2026-02-01T25:00"));
  }
}
