package org.twinprop.trainer.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectiveTest {
  private static final Measures MEASURES = new Measures(0.7, 0.1, 0.25, 0.2);

  @ParameterizedTest
  @CsvSource({
    "loss, 0.7",
    "error, 0.1",
    "worst-group-error, 0.25",
    "largest_gap, 0.2",
    "0.5*error + 0.5*worst-group-error, 0.175",
    "2 * error+ largest-gap, 0.4",
    "1e+2*error + 1.5e-1 * loss, 10.105",
    "error + error, 0.2",
  })
  void isTheWeightedSum(String text, double value) {
    assertEquals(value, Objective.parse(text).of(MEASURES), 1e-12);
  }

  @Test
  void knowsWhetherItNeedsGroups() {
    assertFalse(Objective.parse("loss + error").needsGroups());
    assertTrue(Objective.parse("error + 0.1*worst-group-error").needsGroups());
    assertTrue(Objective.parse("largest-gap").needsGroups());
  }

  @Test
  void aMeanOfErrorsIsAShare() {
    assertTrue(Objective.parse("0.3*error + 0.7*largest-gap").isShare());
    assertFalse(Objective.parse("error + worst-group-error").isShare());
    assertFalse(Objective.parse("loss").isShare());
  }

  @Test
  void whatItDoesNotNeedDoesNotSpoilIt() {
    assertEquals(0.1, Objective.parse("error").of(new Measures(1, 0.1, Double.NaN, Double.NaN)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "eror | there is no measure 'eror' to make small (did you mean error?)",
        "0*error | the weight '0' in the objective '0*error' must be a number above 0",
        "x*error | the weight 'x' in the objective 'x*error' must be a number above 0",
        "error + | the objective 'error +' is no sum of measures, as in error, or 0.5*error + 0.5*worst-group-error",
        "error - loss | the objective 'error - loss' is no sum of measures, as in error, or 0.5*error + 0.5*worst-group-error",
      })
  void saysWhatIsWrong(String text, String message) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> Objective.parse(text)).getMessage());
  }

  @Test
  void hasOneTextForAllWaysToWriteIt() {
    assertEquals(
        "0.5*error + worst-group-error",
        Objective.parse(" .5 *error+1*worst_group_error").toString());
  }
}
