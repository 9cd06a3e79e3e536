package org.twinprop.data.pen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetteringTest {
  @ParameterizedTest
  @ValueSource(strings = {"A", "Z", "x", "b", "0", "9"})
  void charactersStandOnTheBaselineAndAreNoTallerThanACapital(String character) {
    Rectangle2D bounds = bounds(lettering().write(character));
    assertEquals(0, bounds.getMaxY(), 0.12);
    assertTrue(bounds.getMinY() > -1.15 && bounds.getMinY() < -0.4, bounds.toString());
  }

  @Test
  void everyLetterIsThere() {
    for (char letter = 'a'; letter <= 'z'; letter++) {
      assertTrue(Letters.of(letter).isPresent(), "" + letter);
      assertTrue(Letters.of(Character.toUpperCase(letter)).isPresent(), "upper " + letter);
    }
  }

  @Test
  void moreLettersReachFurtherAndUnknownOnesLeaveAGap() {
    assertTrue(width("nn") > width("n"));
    assertTrue(width("n\u4e2dn") > width("nn"));
  }

  @Test
  void theSamePersonAndChanceWriteTheSame() {
    assertEquals(bounds(lettering().write("Same")), bounds(lettering().write("Same")));
  }

  private static double width(String text) {
    return bounds(lettering().write(text)).getMaxX();
  }

  private static Lettering lettering() {
    return new Lettering(Chance.of(1), Chance.of(2));
  }

  private static Rectangle2D bounds(List<Path2D> strokes) {
    return strokes.stream().map(Path2D::getBounds2D).reduce(Rectangle2D::createUnion).orElseThrow();
  }
}
