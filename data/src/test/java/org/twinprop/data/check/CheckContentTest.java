package org.twinprop.data.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.twinprop.data.pen.Chance;

class CheckContentTest {
  private static final List<CheckContent> MANY =
      IntStream.range(0, 400)
          .mapToObj(index -> CheckContent.draw(Crowd.WRITERS, Chance.of(1, index)))
          .toList();

  @Test
  void everyStyleOfCentsOccurs() {
    assertEquals(all(CentsStyle.values()), occurring(content -> content.amount().style()));
  }

  @Test
  void everyPlaceOfTheDollarSignOccurs() {
    assertEquals(all(DollarSign.values()), occurring(CheckContent::sign));
  }

  @Test
  void everyLayoutAndInkOccurs() {
    assertEquals(all(Layout.values()), occurring(CheckContent::layout));
    assertEquals(all(Ink.values()), occurring(CheckContent::ink));
  }

  @Test
  void severalFontsOccur() {
    assertEquals(5, occurring(CheckContent::font).size());
  }

  @Test
  void amountsHaveOneToFiveDigitsOfDollarsAndThousandsWithAndWithoutComma() {
    assertEquals(
        Set.of(1, 2, 3, 4, 5), occurring(content -> content.amount().dollarDigits().size()));
    List<String> thousands =
        MANY.stream()
            .filter(content -> content.amount().dollars() >= 1000)
            .map(content -> content.amount().written())
            .toList();
    assertTrue(thousands.stream().anyMatch(written -> written.contains(",")));
    assertTrue(thousands.stream().anyMatch(written -> !written.contains(",")));
  }

  @Test
  void everyWriterWrites() {
    assertEquals(Set.copyOf(Crowd.WRITERS.all()), occurring(CheckContent::writer));
  }

  private static <T> Set<T> occurring(Function<CheckContent, T> part) {
    return MANY.stream().map(part).collect(Collectors.toSet());
  }

  @SafeVarargs
  private static <T> Set<T> all(T... values) {
    return Arrays.stream(values).collect(Collectors.toSet());
  }
}
