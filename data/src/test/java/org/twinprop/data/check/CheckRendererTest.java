package org.twinprop.data.check;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckRendererTest {
  private static final int[] SOME = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};

  @Test
  void theSameSeedAndNumberGiveTheSamePixelsWhateverElseIsMade() {
    CheckRenderer renderer = new CheckRenderer(Crowd.WRITERS, Damage.MODERATE);
    RenderedCheck alone = renderer.render(3, 17);
    renderer.render(3, 16);
    RenderedCheck again = new CheckRenderer(Crowd.WRITERS, Damage.MODERATE).render(3, 17);
    assertArrayEquals(pixels(alone.image()), pixels(again.image()));
    assertEquals(alone.truth(), again.truth());
  }

  @Test
  void anotherSeedOrNumberGivesAnotherCheck() {
    int[] pixels = pixels(Crowd.check(Damage.NONE, 3, 17).image());
    assertFalse(Arrays.equals(pixels, pixels(Crowd.check(Damage.NONE, 4, 17).image())));
    assertFalse(Arrays.equals(pixels, pixels(Crowd.check(Damage.NONE, 3, 18).image())));
  }

  @Test
  void whatIsWrittenDoesNotDependOnTheDamage() {
    CheckTruth clean = Crowd.check(Damage.NONE, 3, 5).truth();
    CheckTruth damaged = Crowd.check(Damage.HEAVY, 3, 5).truth();
    assertEquals(clean.written(), damaged.written());
    assertEquals(clean.writer(), damaged.writer());
    assertEquals(clean.layout(), damaged.layout());
    assertNotEquals(clean.damages(), damaged.damages());
  }

  @Test
  void withoutDamageTheImageIsTheCheckAndNothingElse() {
    RenderedCheck check = Crowd.check(Damage.NONE, 1, 1);
    assertEquals(1200, check.image().getWidth());
    assertEquals(540, check.image().getHeight());
    assertEquals(Quad.of(-0.5, -0.5, 1199.5, 539.5), check.truth().check());
    assertTrue(check.truth().damages().isEmpty());
  }

  /** The image in each box is held against the example that the truth names. */
  @ParameterizedTest
  @ValueSource(strings = {"none", "skew=1,perspective=1", "uneven_writing=1,blur=0.3,noise=0.3"})
  void everyBoxHoldsItsOwnDigit(String damage) {
    for (int index : SOME) {
      RenderedCheck check = Crowd.check(Damage.parse(damage), 2, index);
      for (DigitTruth digit : check.truth().digits()) {
        double correlation = Resemblance.of(check.image(), digit, Crowd.DIGITS);
        assertTrue(correlation > 0.6, check.truth().written() + ": " + digit + " " + correlation);
      }
    }
  }

  @Test
  void theDigitsAreThoseOfTheAmountAndOfOneWriter() {
    for (int index : SOME) {
      CheckTruth truth = Crowd.check(Damage.NONE, 5, index).truth();
      assertEquals(
          "%03d".formatted(truth.amountCents()),
          figures(truth, DigitRole.DOLLARS) + figures(truth, DigitRole.CENTS));
      assertEquals(truth.centsStyle().hasHundred() ? "100" : "", figures(truth, DigitRole.HUNDRED));
      for (DigitTruth digit : truth.digits()) {
        assertEquals(truth.writer(), Crowd.DIGITS.group("writer", digit.example()));
        assertEquals(truth.population(), Crowd.DIGITS.group("population", digit.example()));
        assertEquals(digit.digit(), Crowd.DIGITS.classOf(digit.example()));
      }
    }
  }

  private static String figures(CheckTruth truth, DigitRole role) {
    return truth.digits().stream()
        .filter(digit -> digit.role() == role)
        .map(digit -> Integer.toString(digit.digit()))
        .collect(Collectors.joining());
  }

  @Test
  void everyCornerOfATiltedCheckLiesInTheImage() {
    for (int index : SOME) {
      RenderedCheck check = Crowd.check(Damage.parse("skew=1,perspective=1"), 6, index);
      for (Quad.Point corner : check.truth().check().corners()) {
        assertTrue(corner.x() >= -0.5 && corner.x() < check.image().getWidth(), corner.toString());
        assertTrue(corner.y() >= -0.5 && corner.y() < check.image().getHeight(), corner.toString());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = DamageKind.class,
      names = {"FAINT_INK", "BACKGROUND_PATTERN", "BLUR", "UNEVEN_LIGHT", "NOISE", "JPEG"})
  void moreSevereDamageTakesTheImageFurtherFromTheCleanOne(DamageKind kind) {
    int index = 1;
    while (Crowd.check(Damage.NONE.with(kind, 1), 8, index).truth().damages().isEmpty()) {
      index++;
    }
    BufferedImage clean = Crowd.check(Damage.NONE, 8, index).image();
    RenderedCheck light = Crowd.check(Damage.NONE.with(kind, 0.3), 8, index);
    RenderedCheck heavy = Crowd.check(Damage.NONE.with(kind, 1), 8, index);
    assertEquals(0.3 * heavy.truth().severity(kind), light.truth().severity(kind), 1e-9);
    double little = Brightness.distance(clean, light.image());
    double much = Brightness.distance(clean, heavy.image());
    assertTrue(little > 0 && much > 1.5 * little, little + " and " + much);
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }
}
