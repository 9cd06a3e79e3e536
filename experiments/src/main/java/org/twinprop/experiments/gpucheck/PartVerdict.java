package org.twinprop.experiments.gpucheck;

/** How a part of the check ended. */
public enum PartVerdict {
  /** All that it measured is right. */
  PASSED("passed"),
  /** Something is wrong, or it could not go on. */
  FAILED("failed"),
  /** Its time was up; what it measured until then is right. */
  UNFINISHED("unfinished"),
  /** It was not begun; there is nothing to run it with, or no time. */
  NOT_RUN("not run");

  private final String words;

  PartVerdict(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
