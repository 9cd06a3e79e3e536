package org.twinprop.experiments.search;

import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.experiments.doctor.GpuInUse;

/**
 * How many candidates train at a time where nobody said: one for each core, as far as operations do
 * not take several. Measured with 30 candidates on two cores that others used too, in turns: two at
 * a time took 0.68, 0.80, 0.88, 0.91, 1.10 and, as the load rose, 1.89 times as long as one.
 */
final class Workers {
  private Workers() {}

  /**
   * @param most that there is work for
   */
  static int asSuitsThisMachine(int most) {
    if (GpuInUse.ofThisProcess().isPresent()) {
      return 1;
    }
    int cores = Runtime.getRuntime().availableProcessors();
    return Math.max(1, Math.min(most, cores / Nd4j.getEnvironment().maxThreads()));
  }
}
