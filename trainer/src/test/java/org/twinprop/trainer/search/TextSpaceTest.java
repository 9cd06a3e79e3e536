package org.twinprop.trainer.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextSpaceTest {
  private static List<String> drawn(String space, int count) {
    Proposals proposals =
        Proposals.of(
            new SettingsSpace(Map.of("key", TextSpace.parse(space))),
            GeneratorKind.RANDOM,
            5,
            count,
            1);
    return Stream.generate(proposals::next)
        .limit(count)
        .flatMap(Optional::stream)
        .map(settings -> settings.get("key"))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0.001", "adam(epsilon-hat=true)", "flatten dense(10) | softmax-xent", "a;b", ""})
  void aTextWithoutSpacesIsThatText(String text) {
    assertTrue(TextSpace.parse(text).isFixed());
    assertEquals(text, TextSpace.parse(text).getValue(new double[0]));
  }

  @Test
  void logDrawsEveryPowerOfTenAsOften() {
    List<String> drawn = drawn("log(1e-4, 1)", 4_000);
    for (int power = -4; power < 0; power++) {
      double low = Math.pow(10, power);
      long within =
          drawn.stream()
              .mapToDouble(Double::parseDouble)
              .filter(value -> value >= low && value < 10 * low)
              .count();
      // about 1,000; five standard deviations are 137
      assertTrue(Math.abs(within - drawn.size() / 4.0) < 140, power + ": " + within);
    }
  }

  @Test
  void numbersStayBetweenTheirEndsAndHaveFourDigits() {
    for (String text : drawn("uniform(0.12345, 0.12347)", 3)) {
      double value = Double.parseDouble(text);
      assertTrue(value >= 0.12345 && value <= 0.12347, text);
    }
    for (String text : drawn("log(1e-6, 1)", 500)) {
      String digits = text.replaceFirst("e.*", "").replace(".", "").replaceFirst("^0+", "");
      assertTrue(digits.length() <= 4, text);
    }
  }

  @Test
  void wholeDrawsBothEndsAndNothingElse() {
    assertEquals(Set.of("3", "4", "5"), new TreeSet<>(drawn("whole(3, 5)", 10)));
  }

  @Test
  void spacesStandWithinTexts() {
    for (String text : drawn("flatten dense(whole(16, 64)) relu dropout(uniform(0, 0.5))", 50)) {
      assertTrue(text.matches("flatten dense\\(\\d+\\) relu dropout\\(0(\\.\\d+)?\\)"), text);
    }
  }

  @Test
  void choicesHoldSpacesAndParentheses() {
    Set<String> all =
        new TreeSet<>(drawn("choice(dense(10); dense(choice(20; 30)) relu; sgd)", 30));
    assertEquals(Set.of("dense(10)", "dense(20) relu", "dense(30) relu", "sgd"), all);
  }

  @Test
  void aChoiceOfOneIsNone() {
    assertTrue(TextSpace.anyOf(List.of("32")).isFixed());
    assertEquals(1, TextSpace.anyOf(List.of("32", "64")).numParameters());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "log(0, 1) | log(0, 1) needs two numbers above 0, as in log(1e-4, 1e-1)",
        "log(-1, 1) | log(-1, 1) needs two numbers above 0, as in log(1e-4, 1e-1)",
        "log(1e-1, 1e-4) | log(1e-1, 1e-4) needs the smaller number first, and two that differ",
        "uniform(1, 1) | uniform(1, 1) needs the smaller number first, and two that differ",
        "uniform(1) | uniform(1) needs two numbers, as in uniform(0, 0.5)",
        "whole(1.5, 3) | whole(1.5, 3): '1.5' is no whole number, as in whole(16, 128)",
        "log(a, 1) | log(a, 1): 'a' is no finite number, as in log(1e-4, 1e-1)",
        "log(1e-4, 1e-1 | 'log(1e-4, 1e-1' has no closing parenthesis",
        "choice(a;) | choice(a;) needs a text between all semicolons, as in choice(16; 32)",
      })
  void saysWhatASpaceMustBe(String text, String message) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> TextSpace.parse(text)).getMessage());
  }

  @Test
  void choicesCannotBeNestedWithoutEnd() {
    String nested = "choice(a; ".repeat(5_000) + "b" + ")".repeat(5_000);
    assertThrows(IllegalArgumentException.class, () -> TextSpace.parse(nested));
  }
}
