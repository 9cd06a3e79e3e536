package org.twinprop.data;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitsTest {
  @ParameterizedTest
  @CsvSource({"0.1, 1", "0.1, 2", "0.25, 3", "0.5, 4", "0.8, 5", "0.02, 6"})
  void realWritersAreOnOneSideOnlyAndBothPopulationsOnEither(double share, long seed) {
    Examples train = RealData.digits().train();
    Split split = Splits.byGroup(train, "writer", share, seed);

    assertEquals(train.size(), split.kept().size() + split.heldOut().size());
    assertTrue(
        Collections.disjoint(groups(split.kept(), "writer"), groups(split.heldOut(), "writer")));
    for (String population : groups(train, "population")) {
      double heldOut = count(split.heldOut(), population) / (double) count(train, population);
      assertEquals(share, heldOut, 0.003, "share held out of " + population);
    }
  }

  @Test
  void everyExampleIsInExactlyOnePart() {
    DigitExamples all = GeneratedDigits.of(500, 37);
    Split split = Splits.byGroup(all, "writer", 0.3, 9);
    // Noise images are all different, so the number of different ones counts the examples.
    Set<String> images = images(split.kept());
    images.addAll(images(split.heldOut()));
    assertEquals(500, images.size());
    assertEquals(500, split.kept().size() + split.heldOut().size());
  }

  @Test
  void sameSeedSameSplitOtherSeedOtherSplit() {
    Examples all = GeneratedDigits.of(500, 37);
    Set<String> first = groups(Splits.byGroup(all, "writer", 0.3, 9).heldOut(), "writer");
    assertEquals(first, groups(Splits.byGroup(all, "writer", 0.3, 9).heldOut(), "writer"));
    assertNotEquals(first, groups(Splits.byGroup(all, "writer", 0.3, 10).heldOut(), "writer"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.5, 0.999})
  void fourWritersOfTwoPopulationsGiveTwoToEachSide(double share) {
    Split split = Splits.byGroup(GeneratedDigits.of(40, 4), "writer", share, 1);
    assertEquals(Set.of("left", "right"), groups(split.heldOut(), "population"));
    assertEquals(Set.of("left", "right"), groups(split.kept(), "population"));
    assertEquals(20, split.heldOut().size());
  }

  @Test
  void oneGreatWriterAmongSmallOnesIsNotHeldOutForASmallShare() {
    List<String> writers =
        IntStream.range(0, 100).mapToObj(i -> i < 90 ? "great" : "small" + i).toList();
    Examples all = GeneratedDigits.of(writers, Collections.nCopies(100, "all"));
    for (int seed = 0; seed < 20; seed++) {
      assertEquals(5, Splits.byGroup(all, "writer", 0.05, seed).heldOut().size());
    }
  }

  @Test
  void writersWhoAreAloneInTheirPopulationAreDrawnTogether() {
    List<String> each = IntStream.range(0, 10).mapToObj(i -> "w" + i).toList();
    Split split = Splits.byGroup(GeneratedDigits.of(each, each), "writer", 0.3, 5);
    assertEquals(3, split.heldOut().size());

    List<String> populations =
        IntStream.range(0, 10).mapToObj(i -> i == 0 ? "alone" : "many").toList();
    assertEquals(
        3,
        Splits.byGroup(GeneratedDigits.of(each, populations), "writer", 0.3, 5).heldOut().size());
  }

  @Test
  void examplesAreSplitOneByOneWhereGroupsAreUnknown() {
    Split split = Splits.byExample(GeneratedDigits.of(1000, 10), 0.1, 3);
    assertEquals(100, split.heldOut().size());
    assertEquals(900, split.kept().size());
    assertEquals("100 of: generated digits", split.heldOut().description());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, 2, Double.NaN})
  void aShareThatLeavesOnePartEmptyIsRefused(double share) {
    Examples all = GeneratedDigits.of(10, 5);
    BadInput refused = assertThrows(BadInput.class, () -> Splits.byGroup(all, "writer", share, 1));
    assertEquals(
        "the share to hold out must lie between 0 and 1, e.g. 0.1; got " + share,
        refused.getMessage());
    assertThrows(BadInput.class, () -> Splits.byExample(all, share, 1));
  }

  @Test
  void asSingleWriterAndAnUnknownColumnAreRefused() {
    Examples one = GeneratedDigits.of(10, 1);
    assertEquals(
        "cannot split generated digits by writer: 1 group(s) there, at least 2 needed",
        assertThrows(BadInput.class, () -> Splits.byGroup(one, "writer", 0.1, 1)).getMessage());
    assertEquals(
        "no group column 'author' in generated digits; there are: population, writer, digit",
        assertThrows(BadInput.class, () -> Splits.byGroup(one, "author", 0.1, 1)).getMessage());
    Examples single = one.select(new int[] {3});
    assertThrows(BadInput.class, () -> Splits.byExample(single, 0.1, 1));
  }

  private static Set<String> groups(Examples examples, String column) {
    return IntStream.range(0, examples.size())
        .mapToObj(row -> examples.group(column, row))
        .collect(toSet());
  }

  private static long count(Examples examples, String population) {
    return IntStream.range(0, examples.size())
        .filter(row -> examples.group("population", row).equals(population))
        .count();
  }

  private static Set<String> images(Examples examples) {
    return IntStream.range(0, examples.size())
        .mapToObj(row -> Images.checksum(examples, row))
        .collect(toSet());
  }
}
