package org.twinprop.experiments.student;

/** An exception of the student's in words. */
final class Thrown {
  private static final int LONGEST = 400;

  private Thrown() {}

  static String text(Throwable thrown) {
    String name = thrown.getClass().getSimpleName();
    String message = thrown.getMessage();
    if (thrown instanceof ExceptionInInitializerError && thrown.getCause() != null) {
      return "the static initializer threw " + text(thrown.getCause());
    }
    if (message == null || message.isBlank()) {
      return name;
    }
    String line = message.strip().replaceAll("\\s+", " ");
    return name + ": " + (line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line);
  }
}
