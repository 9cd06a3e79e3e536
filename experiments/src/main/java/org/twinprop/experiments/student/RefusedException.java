package org.twinprop.experiments.student;

import org.twinprop.experiments.student.StudentFailure.Kind;

/** The student's code cannot be used, or breaks a rule; nothing in it threw. */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  RefusedException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  static RefusedException unusable(String message) {
    return new RefusedException(Kind.UNUSABLE, message);
  }

  static RefusedException contract(String message) {
    return new RefusedException(Kind.CONTRACT, message);
  }

  Kind kind() {
    return kind;
  }
}
