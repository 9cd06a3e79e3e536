package org.twinprop.data.made;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.data.Examples;
import org.twinprop.data.TokenSequences;

class MadeSequencesTest {
  private static final int SEQUENCES = 300;

  private static double[][] inputs(Examples examples, int row) {
    long[] shape = examples.inputShape();
    long features = shape.length == 2 ? shape[1] : 1;
    long[] batch =
        shape.length == 2 ? new long[] {1, shape[0], features} : new long[] {1, shape[0]};
    try (INDArray into = Nd4j.create(DataType.DOUBLE, batch)) {
      examples.inputs(new int[] {row}, into);
      return into.reshape(shape[0], features).toDoubleMatrix();
    }
  }

  private static List<String> words(Examples examples, int row) {
    return ((TokenSequences) examples).words(row);
  }

  private static Set<String> writers(Examples examples) {
    return IntStream.range(0, examples.size())
        .mapToObj(row -> examples.group("writer", row))
        .collect(Collectors.toSet());
  }

  @Test
  void theClassIsTheFirstSymbolAfterTheBlanks() {
    Examples examples = FirstSymbol.draw("train", SEQUENCES, 1);
    for (int row = 0; row < SEQUENCES; row++) {
      double[][] steps = inputs(examples, row);
      int length = words(examples, row).size();
      int first = steps.length - length;
      for (int t = 0; t < steps.length; t++) {
        double sum = 0;
        for (double entry : steps[t]) {
          sum += entry;
        }
        assertEquals(t < first ? 0 : 1, sum, "step " + t + " of " + row);
      }
      assertEquals(1, steps[first][examples.classOf(row)]);
      int decade = length / 10 * 10;
      assertEquals(
          "%02d to %02d".formatted(Math.max(2, decade), decade + 9), examples.group("length", row));
    }
  }

  @Test
  void everyLengthAndClassComesUp() {
    Examples examples = FirstSymbol.draw("train", 2_000, 1);
    Set<Integer> lengths = new HashSet<>();
    Set<Integer> classes = new HashSet<>();
    for (int row = 0; row < examples.size(); row++) {
      lengths.add(words(examples, row).size());
      classes.add(examples.classOf(row));
    }
    assertEquals(IntStream.rangeClosed(2, 39).boxed().collect(Collectors.toSet()), lengths);
    assertEquals(Set.of(0, 1, 2, 3), classes);
  }

  @Test
  void theSameSeedMakesTheSameAndAnotherSeedOthers() {
    for (int row = 0; row < 50; row++) {
      assertEquals(
          words(FirstSymbol.draw("train", 50, 3), row),
          words(FirstSymbol.draw("test", 50, 3), row));
      assertEquals(
          words(Opinions.draw("train", 5, 10, 0, 3), row),
          words(Opinions.draw("train", 5, 10, 0, 3), row));
    }
    assertFalse(
        IntStream.range(0, 50)
            .allMatch(
                row ->
                    words(FirstSymbol.draw("train", 50, 3), row)
                        .equals(words(FirstSymbol.draw("train", 50, 4), row))));
  }

  /** The rules once more, read backwards: from the words to the opinion. */
  @Test
  void theLastClauseDecidesAndSlangDependsOnTheDialect() {
    Examples examples = Opinions.draw("train", 20, 50, 0, 1);
    int slang = 0;
    for (int row = 0; row < examples.size(); row++) {
      List<String> all = words(examples, row);
      List<String> last = all.subList(all.lastIndexOf("the"), all.size());
      String adjective = last.get(last.size() - 1);
      boolean harbour = examples.group("population", row).equals("harbour");
      boolean praise = Set.of("good", "fine", "hot", "fresh", "lovely").contains(adjective);
      if (adjective.equals("wicked")) {
        praise = harbour;
        slang++;
      }
      assertEquals(praise != last.contains("not") ? 1 : 0, examples.classOf(row), all.toString());
      assertTrue(harbour || !all.contains("aye"), all.toString());
    }
    assertTrue(slang > 50, () -> "too few to learn from");
  }

  @Test
  void wordsAreNumbersOfTheVocabularyWithBlanksInFront() {
    Examples examples = Opinions.draw("train", 4, 25, 0, 1);
    assertArrayEquals(new long[] {14}, examples.inputShape());
    for (int row = 0; row < examples.size(); row++) {
      double[][] steps = inputs(examples, row);
      int blanks = steps.length - words(examples, row).size();
      for (int t = 0; t < steps.length; t++) {
        assertEquals(t < blanks, steps[t][0] == 0, "step " + t + " of " + row);
        assertTrue(steps[t][0] < Opinions.vocabularySize());
      }
    }
  }

  @Test
  void partsOfOtherNumbersShareNoWriter() {
    Set<String> shared = new HashSet<>(writers(Opinions.draw("train", 10, 5, 0, 1)));
    shared.retainAll(writers(Opinions.draw("test", 10, 5, 10, 2)));
    assertEquals(Set.of(), shared);
  }

  @Test
  void sequencesThatCannotBeAreNamed() {
    assertEquals(
        "sequence 1 has 0 tokens, but there must be 1 to 3",
        assertThrows(IllegalArgumentException.class, () -> made(new int[][] {{1}, {}}))
            .getMessage());
    assertEquals(
        "sequence 0 has token 2, but tokens are 1 to 1 (0 is the blank)",
        assertThrows(IllegalArgumentException.class, () -> made(new int[][] {{1, 2}, {1}}))
            .getMessage());
  }

  private static TokenSequences made(int[][] sequences) {
    return new TokenSequences(
        "made",
        TokenSequences.Encoding.NUMBER,
        List.of("", "a"),
        3,
        sequences,
        List.of("one", "two"),
        new int[] {0, 1},
        List.of());
  }
}
