package org.twinprop.experiments.student;

import java.util.Arrays;
import java.util.List;
import org.twinprop.experiments.student.StudentFailure.Frame;

/** The student's lines in a stack trace: those of classes that the student's class loader made. */
final class Frames {
  /** The name of the student's class loader, which stack traces show. */
  static final String LOADER = "student";

  private static final int MOST = 3;

  private Frames() {}

  /** Those of an exception, or of the first of its causes that has any. */
  static List<Frame> in(Throwable thrown) {
    List<Frame> own = in(thrown.getStackTrace());
    return own.isEmpty() && thrown.getCause() != null ? in(thrown.getCause()) : own;
  }

  /** The innermost few. */
  static List<Frame> in(StackTraceElement[] trace) {
    return Arrays.stream(trace)
        .filter(element -> LOADER.equals(element.getClassLoaderName()))
        .map(Frames::frame)
        .distinct()
        .limit(MOST)
        .toList();
  }

  private static Frame frame(StackTraceElement element) {
    String file = element.getFileName() == null ? element.getClassName() : element.getFileName();
    String simpleName = element.getClassName().replaceFirst(".*\\.", "").replace('$', '.');
    return new Frame(file, element.getLineNumber(), simpleName + "." + element.getMethodName());
  }
}
