package org.twinprop.experiments.doctor;

import java.util.List;
import java.util.Map;
import org.twinprop.data.BadInput;

/**
 * The variables that say how many threads compute. OpenMP takes what it cannot read for "as many as
 * there are cores", without a word.
 */
public final class ThreadSettings {
  private static final List<String> NAMES =
      List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS");

  /** More than any machine has cores. */
  private static final int MOST = 1024;

  private ThreadSettings() {}

  /**
   * @param environment of the process
   * @throws BadInput if one of them is no number of threads
   */
  public static void require(Map<String, String> environment) {
    for (String name : NAMES) {
      String text = environment.get(name);
      if (text != null && !isNumberOfThreads(text.strip())) {
        throw new BadInput(
            "%s=%s: it takes a whole number of threads from 1 to %d, as in %s=1"
                .formatted(name, text, MOST, name));
      }
    }
  }

  /** OpenMP takes a number for each level of nesting: 4,2. */
  private static boolean isNumberOfThreads(String text) {
    return text.matches("\\d{1,4}(,\\d{1,4})*")
        && List.of(text.split(",")).stream()
            .mapToInt(Integer::parseInt)
            .allMatch(threads -> threads >= 1 && threads <= MOST);
  }
}
