package org.twinprop.data.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinprop.data.BadInput;
import org.twinprop.data.pen.Chance;

class DamageTest {
  @ParameterizedTest
  @CsvSource({
    "none, 0, 0",
    "moderate, 0.5, 0.5",
    "HEAVY, 1, 1",
    "'blur=heavy', 1, 0",
    "'light,skew=1', 0.25, 1",
    "' blur = 0.3 , skew = light ', 0.3, 0.25"
  })
  void isALevelOrKindsWithSeverities(String text, double blur, double skew) {
    Damage damage = Damage.parse(text);
    assertEquals(blur, damage.highest(DamageKind.BLUR));
    assertEquals(skew, damage.highest(DamageKind.SKEW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "some", "blur", "blur=", "blur=2", "blur=NaN", "smudge=1", "light,"})
  void anythingElseIsRefusedInOneLine(String text) {
    BadInput refused = assertThrows(BadInput.class, () -> Damage.parse(text));
    assertEquals(1, refused.getMessage().lines().count());
    assertTrue(refused.getMessage().contains("heavy") || refused.getMessage().contains("jpeg"));
  }

  @Test
  void severitiesStayBelowTheHighestAndAThirdOfTheKindsIsAbsent() {
    double[] drawn =
        IntStream.range(0, 2000)
            .mapToDouble(i -> Damage.MODERATE.draw(Chance.of(1, i)).get(DamageKind.BLUR))
            .toArray();
    for (double severity : drawn) {
      assertTrue(severity == 0 || (severity >= 0.1 && severity <= 0.5), "" + severity);
    }
    double absent = IntStream.range(0, 2000).filter(i -> drawn[i] == 0).count() / 2000.0;
    assertEquals(0.3, absent, 0.04);
  }

  @Test
  void kindsAreIndependentOfOneAnother() {
    long both =
        IntStream.range(0, 2000)
            .mapToObj(i -> Damage.HEAVY.draw(Chance.of(1, i)))
            .filter(s -> s.get(DamageKind.BLUR) > 0 && s.get(DamageKind.NOISE) > 0)
            .count();
    assertEquals(0.49, both / 2000.0, 0.04);
  }

  @Test
  void changingOneKindLeavesTheOriginalAlone() {
    Damage changed = Damage.NONE.with(DamageKind.JPEG, 1);
    assertEquals(1, changed.highest(DamageKind.JPEG));
    assertEquals(0, Damage.NONE.highest(DamageKind.JPEG));
    assertFalse(changed.draw(Chance.of(1)).truth().stream().anyMatch(d -> d.severity() > 1));
  }
}
