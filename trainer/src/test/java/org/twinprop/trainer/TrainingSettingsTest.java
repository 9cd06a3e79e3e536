package org.twinprop.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingSettingsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1; 1; -0.1; learning rate must be a number above 0, but is -0.1",
        "1; 1; 0; learning rate must be a number above 0, but is 0.0",
        "1; 1; NaN; learning rate must be a number above 0, but is NaN",
        "1; 1; Infinity; learning rate must be a number above 0, but is Infinity",
        "-1; 1; 0.1; epochs must be at least 0, but is -1",
        "1; 0; 0.1; batch size must be at least 1, but is 0",
      })
  void settingThatCannotBeIsNamed(int epochs, int batchSize, double learningRate, String problem) {
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new TrainingSettings(epochs, batchSize, learningRate, 1));
    assertEquals(problem, e.getMessage());
  }
}
