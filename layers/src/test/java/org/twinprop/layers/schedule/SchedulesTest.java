package org.twinprop.layers.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinprop.layers.text.NetworkText;

/** Factors at the beginning, in the middle and at the end of ten epochs, by hand. */
class SchedulesTest {
  private static final double EPOCHS = 10;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "constant; 1; 1; 1",
        "step(every=2, factor=0.5); 1; 0.25; 0.03125",
        "step; 1; 1; 0.5",
        "exponential(0.5); 1; 0.03125; 0.0009765625",
        "exponential; 1; 0.59049; 0.3486784401",
        "polynomial; 1; 0.5; 0",
        "polynomial(power=2); 1; 0.25; 0",
        "polynomial(power=0); 1; 1; 1",
        "cosine; 1; 0.5; 0",
        "warmup; 0; 1; 1",
        "warmup(epochs=8); 0; 0.625; 1",
        "warmup(10) cosine; 0; 0.25; 0",
        "warmup(2) step(5) constant; 0; 0.5; 0.25",
      })
  void factorsAreThoseOfTheFormula(String text, double first, double middle, double last) {
    Schedule schedule = NetworkText.parseSchedule(text);
    assertEquals(first, schedule.factor(0, EPOCHS), 1e-15);
    assertEquals(middle, schedule.factor(5, EPOCHS), 1e-15);
    assertEquals(last, schedule.factor(10, EPOCHS), 1e-15);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // a quarter: (1 + cos(pi / 4)) / 2
        "cosine; 2.5; 0.8535533905932737",
        "warmup; 0.25; 0.25",
        "step(every=2); 1.999; 1",
        "exponential(0.25); 0.5; 0.5",
        "polynomial(0.5); 9.75; 0.15811388300841897",
      })
  void epochsCountWithFractions(String text, double epoch, double factor) {
    assertEquals(factor, NetworkText.parseSchedule(text).factor(epoch, EPOCHS), 1e-15);
  }

  @ParameterizedTest
  @CsvSource({"cosine", "polynomial", "polynomial(2)", "warmup(1) cosine"})
  void scheduleThatEndsHasNothingToSayAfterIt(String text) {
    Schedule schedule = NetworkText.parseSchedule(text);
    Exception e = assertThrows(IllegalArgumentException.class, () -> schedule.factor(10.5, EPOCHS));
    assertEquals(
        "the learning rate's schedule ends after 10.0 epochs, but epoch 10.5 was asked for",
        e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"constant, 1", "step, 0.25", "exponential(0.5), 0.00000095367431640625", "warmup, 1"})
  void schedulesWithoutAnEndGoOn(String text, double factor) {
    assertEquals(factor, NetworkText.parseSchedule(text).factor(20, EPOCHS), 1e-15);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "step(every=0); step: every=0, but it must be a number above 0",
        "exponential(-1); exponential: factor=-1, but it must be a number above 0 and at most 1",
        "polynomial(power=-2); polynomial: power=-2, but it must be a number of at least 0",
        "warmup(0); warmup: epochs=0, but it must be a number above 0",
        "cosine(3); cosine takes no argument '3': write cosine",
        "cosinus; there is no schedule 'cosinus' (did you mean cosine?)",
      })
  void mistakeIsNamed(String text, String problem) {
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> NetworkText.parseSchedule(text));
    assertEquals("schedule text, column 1: " + problem + "; in: " + text, e.getMessage());
  }
}
