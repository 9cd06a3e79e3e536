package org.twinprop.data.pen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlyphsTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void everyPopulationWritesEveryDigitInSeveralWays(int digit) {
    List<Glyph> glyphs = Glyphs.of(digit);
    assertEquals(glyphs.size(), names(glyphs).size());
    for (Population population : Population.values()) {
      long ways = glyphs.stream().filter(glyph -> glyph.shares().get(population) > 0).count();
      assertTrue(ways >= 2, population + " writes " + digit + " in " + ways + " ways");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void everyShapeReachesFromTheTopToTheBaseline(int digit) {
    for (Glyph glyph : Glyphs.of(digit)) {
      Bounds bounds =
          Bounds.of(
              glyph.strokes().stream().map(stroke -> Spline.through(stroke.points())).toList());
      assertEquals(0, bounds.top(), 0.03, glyph.name());
      assertEquals(1, bounds.bottom(), 0.03, glyph.name());
      assertTrue(bounds.left() > -0.03 && bounds.right() < 0.67, glyph.name());
    }
  }

  @Test
  void theShapesThatPeopleDisagreeAboutAreThere() {
    assertTrue(names(Glyphs.of(0)).contains("slashed"));
    assertTrue(names(Glyphs.of(1)).containsAll(Set.of("bar", "flag", "base")));
    assertTrue(names(Glyphs.of(2)).containsAll(Set.of("angular", "looped")));
    assertTrue(names(Glyphs.of(3)).containsAll(Set.of("round", "flat")));
    assertTrue(names(Glyphs.of(4)).containsAll(Set.of("open", "closed")));
    assertTrue(names(Glyphs.of(7)).containsAll(Set.of("plain", "crossed")));
    assertTrue(names(Glyphs.of(9)).containsAll(Set.of("straight", "curved")));
  }

  @Test
  void aStrokeNeedsTwoPoints() {
    assertThrows(IllegalArgumentException.class, () -> Stroke.of("dot", "3,4"));
  }

  private static Set<String> names(List<Glyph> glyphs) {
    return glyphs.stream().map(Glyph::name).collect(Collectors.toSet());
  }
}
