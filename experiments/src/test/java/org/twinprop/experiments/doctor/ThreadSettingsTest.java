package org.twinprop.experiments.doctor;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinprop.data.BadInput;

class ThreadSettingsTest {
  @ParameterizedTest
  @ValueSource(strings = {"1", "64", " 2 ", "4,2", "1024"})
  void numbersOfThreadsAreTaken(String threads) {
    assertDoesNotThrow(() -> ThreadSettings.require(Map.of("OMP_NUM_THREADS", threads)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "", "0", "-3", "2.5", "1025", "4,", "99999999999", "1;rm"})
  void nonsenseIsRefusedByName(String threads) {
    for (String name : new String[] {"OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"}) {
      BadInput thrown =
          assertThrows(BadInput.class, () -> ThreadSettings.require(Map.of(name, threads)));
      assertTrue(thrown.getMessage().startsWith(name + "=" + threads + ": it takes"));
    }
  }
}
