package org.twinprop.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldsTest {
  private static final Optional<String> WRITER = Optional.of("writer");

  /** Groups of 1 to 30 rows; classes drawn with unequal shares. */
  private static Examples examples(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] classes = new int[rows];
    String[] writers = new String[rows];
    int writer = 0;
    int left = 0;
    for (int row = 0; row < rows; row++) {
      left = left == 0 ? 1 + random.nextInt(30) : left - 1;
      writer += left == 0 ? 1 : 0;
      writers[row] = "w" + writer;
      classes[row] = random.nextInt(10) < 7 ? 0 : random.nextInt(10) < 8 ? 1 : 2;
    }
    return new Rows(classes, List.of(writers));
  }

  /** Examples without inputs: folds look at classes and groups alone. */
  private record Rows(int[] classes, List<String> writers) implements Examples {
    @Override
    public String description() {
      return size() + " rows";
    }

    @Override
    public int size() {
      return classes.length;
    }

    @Override
    public long[] inputShape() {
      return new long[] {1};
    }

    @Override
    public List<String> classNames() {
      return List.of("most", "some", "few");
    }

    @Override
    public void inputs(int[] rows, org.nd4j.linalg.api.ndarray.INDArray into) {
      throw new UnsupportedOperationException("no inputs");
    }

    @Override
    public int classOf(int row) {
      return classes[row];
    }

    @Override
    public List<String> groupColumns() {
      return List.of("writer");
    }

    @Override
    public String group(String column, int row) {
      if (!column.equals("writer")) {
        throw new BadInput("no group column '%s'; there are: writer".formatted(column));
      }
      return writers.get(row);
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(classes);
    }
  }

  private static double[] classShares(Examples all, int[] rows) {
    double[] shares = new double[3];
    for (int row : rows) {
      shares[all.classOf(row)] += 1.0 / rows.length;
    }
    return shares;
  }

  @ParameterizedTest
  @CsvSource({"40,2,1", "101,5,2", "500,10,3", "1003,7,4", "30,30,5"})
  void foldsShareNothingCoverAllAndAreAsLargeAsEachOther(int rows, int count, long seed) {
    Examples all = examples(rows, seed);
    Folds folds = Folds.of(all, count, Optional.empty(), Strata.none(all), seed);
    int[] times = new int[rows];
    for (int fold = 0; fold < count; fold++) {
      int[] inside = folds.rows(fold);
      int[] outside = folds.others(fold);
      Arrays.stream(inside).forEach(row -> times[row]++);
      assertTrue(inside.length == rows / count || inside.length == rows / count + 1);
      assertEquals(rows, inside.length + outside.length);
      Set<Integer> both = new HashSet<>();
      IntStream.concat(Arrays.stream(inside), Arrays.stream(outside)).forEach(both::add);
      assertEquals(rows, both.size());
    }
    assertTrue(Arrays.stream(times).allMatch(time -> time == 1));
  }

  @ParameterizedTest
  @CsvSource({"101,5,2", "500,10,3", "1003,7,4"})
  void everyClassIsDealtEvenly(int rows, int count, long seed) {
    Examples all = examples(rows, seed);
    Folds folds = Folds.of(all, count, Optional.empty(), Strata.byClass(all), seed);
    for (int k = 0; k < 3; k++) {
      int of = k;
      int[] counts =
          IntStream.range(0, count)
              .map(
                  fold ->
                      (int)
                          Arrays.stream(folds.rows(fold))
                              .filter(row -> all.classOf(row) == of)
                              .count())
              .toArray();
      int spread = Arrays.stream(counts).max().getAsInt() - Arrays.stream(counts).min().getAsInt();
      assertTrue(spread <= 1, "class " + k + ": " + Arrays.toString(counts));
    }
  }

  @ParameterizedTest
  @CsvSource({"400,5,1", "1000,10,2", "3000,4,3"})
  void nobodyIsInTwoFoldsAndSharesOfClassesStayNear(int rows, int count, long seed) {
    Examples all = examples(rows, seed);
    Folds folds = Folds.of(all, count, WRITER, Strata.byClass(all), seed);
    Map<String, Integer> foldOf = new HashMap<>();
    for (int row = 0; row < rows; row++) {
      int fold = folds.of(row);
      assertEquals(fold, foldOf.computeIfAbsent(all.group("writer", row), name -> fold));
    }
    double[] everyone = classShares(all, IntStream.range(0, rows).toArray());
    for (int fold = 0; fold < count; fold++) {
      double[] shares = classShares(all, folds.rows(fold));
      for (int k = 0; k < 3; k++) {
        assertEquals(everyone[k], shares[k], 0.1, "class " + k + " in fold " + fold);
      }
      assertEquals(rows / (double) count, folds.rows(fold).length, 31, "one group at most");
    }
  }

  @Test
  void stratifyingIsNearerToTheSharesThanChance() {
    Examples all = examples(2_000, 9);
    double with = 0;
    double without = 0;
    for (long seed = 1; seed <= 10; seed++) {
      with += distance(all, Folds.of(all, 5, WRITER, Strata.byClass(all), seed));
      without += distance(all, Folds.of(all, 5, WRITER, Strata.none(all), seed));
    }
    assertTrue(with < without / 2, with + " against " + without);
  }

  private static double distance(Examples all, Folds folds) {
    double[] everyone = classShares(all, IntStream.range(0, all.size()).toArray());
    double sum = 0;
    for (int fold = 0; fold < folds.count(); fold++) {
      double[] shares = classShares(all, folds.rows(fold));
      for (int k = 0; k < 3; k++) {
        sum += Math.abs(shares[k] - everyone[k]);
      }
    }
    return sum;
  }

  @Test
  void theSeedDecides() {
    Examples all = examples(500, 1);
    Folds first = Folds.of(all, 5, WRITER, Strata.byClass(all), 7);
    assertEquals(first, Folds.of(all, 5, WRITER, Strata.byClass(all), 7));
    assertNotEquals(first, Folds.of(all, 5, WRITER, Strata.byClass(all), 8));
  }

  @Test
  void whatCannotBeDividedIsRefusedInOneLine() {
    Examples all = examples(40, 1);
    String tooMany =
        assertThrows(BadInput.class, () -> Folds.of(all, 41, Optional.empty(), Strata.none(all), 1))
            .getMessage();
    assertEquals(
        "cannot divide 40 rows into 41 folds: there are 40 examples; take 2 to 40 folds", tooMany);
    assertThrows(BadInput.class, () -> Folds.of(all, 1, WRITER, Strata.none(all), 1));
    assertThrows(BadInput.class, () -> Folds.of(all, 2, Optional.of("city"), Strata.none(all), 1));
    assertThrows(BadInput.class, () -> Strata.byGroup(all, "city"));
  }

  @Test
  void aSplitCanBeUndone() {
    Examples all = examples(100, 1);
    Split split = Splits.byGroup(all, "writer", 0.3, 1);
    Examples whole = split.whole();
    assertEquals(100, whole.size());
    assertEquals(split.kept().group("writer", 0), whole.group("writer", 0));
    assertEquals(split.heldOut().group("writer", 0), whole.group("writer", split.kept().size()));
    Examples others = examples(50, 2).select(new int[] {1});
    assertThrows(IllegalArgumentException.class, () -> new Split(split.kept(), others).whole());
  }
}
