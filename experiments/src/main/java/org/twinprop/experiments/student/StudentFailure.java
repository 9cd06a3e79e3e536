package org.twinprop.experiments.student;

import java.util.List;

/**
 * Why the student's code could not be checked to the end.
 *
 * @param kind of failure
 * @param step in which it happened, as {@code forward}
 * @param message what happened; several lines for compiler errors
 * @param frames the student's own lines, innermost first
 */
public record StudentFailure(Kind kind, String step, String message, List<Frame> frames) {
  /** What went wrong. */
  public enum Kind {
    /** It does not compile, or is no layer that can be made: nothing ran. */
    UNUSABLE,
    /** It broke a rule of {@link org.twinprop.layers.Layer}. */
    CONTRACT,
    /** It threw an exception. */
    EXCEPTION,
    /** It did not end in time. */
    TIME,
    /** It ended the process. */
    EXIT
  }

  /**
   * One line of the student's.
   *
   * @param file without its folder
   * @param line from 1; below 1 if the class was compiled without line numbers
   * @param method as {@code MyDense.forward}
   */
  public record Frame(String file, int line, String method) {
    @Override
    public String toString() {
      return line < 1 ? file : file + ":" + line;
    }
  }

  public StudentFailure {
    frames = List.copyOf(frames);
  }
}
