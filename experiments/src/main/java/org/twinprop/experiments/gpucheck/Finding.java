package org.twinprop.experiments.gpucheck;

/**
 * What a part found.
 *
 * @param verdict about it
 * @param summary in one line: the numbers that matter, or what went wrong
 * @param optional whether the check is complete without it, if it was not run
 * @param measured everything, as it stands in the JSON; null if nothing
 */
public record Finding(PartVerdict verdict, String summary, boolean optional, Object measured) {
  static Finding of(PartVerdict verdict, String summary, Object measured) {
    return new Finding(verdict, summary, false, measured);
  }

  /** It could not be begun, and the check lacks it. */
  static Finding notRun(String why) {
    return of(PartVerdict.NOT_RUN, why, null);
  }

  /** It could not be begun for want of something that not every machine has. */
  static Finding notThere(String what) {
    return new Finding(PartVerdict.NOT_RUN, what, true, null);
  }

  /** Whether nothing is left to be wished for. */
  boolean well() {
    return verdict == PartVerdict.PASSED || (verdict == PartVerdict.NOT_RUN && optional);
  }
}
