package org.twinprop.trainer.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProposalsTest {
  private static SettingsSpace space() {
    Map<String, TextSpace> spaces = new LinkedHashMap<>();
    spaces.put("learning_rate", TextSpace.parse("log(1e-4, 1e-1)"));
    spaces.put("batch", TextSpace.anyOf(List.of("16", "32")));
    spaces.put("updater", TextSpace.parse("sgd"));
    return new SettingsSpace(spaces);
  }

  /** The objective: how far the learning rate is from 0.01, in powers of ten. */
  private static double objective(Map<String, String> settings) {
    return Math.abs(Math.log10(Double.parseDouble(settings.get("learning_rate"))) + 2);
  }

  private static List<Map<String, String>> proposed(GeneratorKind kind, long seed, int count) {
    Proposals proposals = Proposals.of(space(), kind, 5, count, seed);
    List<Map<String, String>> all = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      Optional<Map<String, String>> next = proposals.next();
      if (next.isEmpty()) {
        break;
      }
      all.add(next.get());
      proposals.report(number, objective(next.get()));
    }
    return all;
  }

  @ParameterizedTest
  @EnumSource
  void theSameSeedProposesTheSame(GeneratorKind kind) {
    assertEquals(proposed(kind, 7, 9), proposed(kind, 7, 9));
    assertNotEquals(proposed(kind, 7, 9), proposed(kind, 8, 9));
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsProposedTwice(GeneratorKind kind) {
    List<Map<String, String>> all = proposed(kind, 1, 60);
    assertEquals(all.size(), new HashSet<>(all).size());
  }

  @Test
  void aGridHasAllItsPointsAndEnds() {
    List<Map<String, String>> all = proposed(GeneratorKind.GRID, 1, 100);
    assertEquals(10, all.size());
    assertEquals(
        List.of("1e-4", "5.623e-4", "0.003162", "0.01778", "0.1"),
        all.stream().map(settings -> settings.get("learning_rate")).distinct().toList());
  }

  @Test
  void aSpaceOfFewTextsIsExhausted() {
    SettingsSpace few =
        new SettingsSpace(Map.of("batch", TextSpace.anyOf(List.of("16", "32", "64"))));
    for (GeneratorKind kind : GeneratorKind.values()) {
      Proposals proposals = Proposals.of(few, kind, 5, 10, 1);
      int count = 0;
      while (proposals.next().isPresent()) {
        count++;
      }
      assertEquals(3, count, kind.toString());
    }
  }

  @Test
  void breedingComesNearerThanChance() {
    double bred = 0;
    double drawn = 0;
    for (int seed = 1; seed <= 20; seed++) {
      bred += last(proposed(GeneratorKind.GENETIC, seed, 40));
      drawn += last(proposed(GeneratorKind.RANDOM, seed, 40));
    }
    assertTrue(bred < 0.8 * drawn, bred + " bred, " + drawn + " drawn");
  }

  /** The mean objective of the last ten: breeding is about these, not about the luckiest. */
  private static double last(List<Map<String, String>> all) {
    return all.subList(30, 40).stream()
        .mapToDouble(ProposalsTest::objective)
        .average()
        .orElseThrow();
  }

  @Test
  void whatIsReportedDecidesWhatIsBred() {
    Proposals good = Proposals.of(space(), GeneratorKind.GENETIC, 5, 30, 1);
    Proposals bad = Proposals.of(space(), GeneratorKind.GENETIC, 5, 30, 1);
    boolean differed = false;
    for (int number = 1; number <= 30; number++) {
      Map<String, String> settings = good.next().orElseThrow();
      differed |= !settings.equals(bad.next().orElseThrow());
      good.report(number, objective(settings));
      bad.report(number, -objective(settings));
    }
    assertTrue(differed);
  }

  @Test
  void aSpaceWithoutChoiceIsRefused() {
    SettingsSpace fixed = new SettingsSpace(Map.of("batch", TextSpace.parse("16")));
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> Proposals.of(fixed, GeneratorKind.RANDOM, 5, 10, 1))
            .getMessage();
    assertTrue(message.startsWith("there is nothing to search"), message);
  }

  @Test
  void aGridTooLargeToHoldIsRefused() {
    Map<String, TextSpace> spaces = new LinkedHashMap<>();
    for (int i = 0; i < 12; i++) {
      spaces.put("key" + i, TextSpace.parse("uniform(0, 1)"));
    }
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> Proposals.of(new SettingsSpace(spaces), GeneratorKind.GRID, 10, 10, 1))
            .getMessage();
    assertTrue(message.startsWith("the grid has 1,000,000,000,000 points"), message);
  }
}
