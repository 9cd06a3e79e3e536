package org.twinprop.experiments.student;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * Compiler errors as javac shows them, with the column added.
 *
 * <pre>
 * MyDense.java:12:17: error: cannot find symbol
 *     return x.mmull(W);
 *             ^
 *   symbol:   method mmull(INDArray)
 * </pre>
 */
final class CompilerErrors {
  private static final int MOST = 10;

  private CompilerErrors() {}

  static String text(List<? extends Diagnostic<? extends JavaFileObject>> diagnostics) {
    var errors = diagnostics.stream().filter(d -> d.getKind() == Diagnostic.Kind.ERROR).toList();
    String shown =
        errors.stream().limit(MOST).map(CompilerErrors::text).collect(Collectors.joining("\n"));
    String more = errors.size() > MOST ? ", " + MOST + " of them shown" : "";
    return shown + "\n" + errors.size() + (errors.size() == 1 ? " error" : " errors") + more;
  }

  private static String text(Diagnostic<? extends JavaFileObject> error) {
    List<String> lines = new ArrayList<>(error.getMessage(Locale.ROOT).lines().toList());
    if (error.getSource() == null || error.getLineNumber() == Diagnostic.NOPOS) {
      return "error: " + String.join("\n", lines);
    }
    String file = error.getSource().getName().replaceFirst(".*[/\\\\]", "");
    lines.set(
        0,
        "%s:%d:%d: error: %s"
            .formatted(file, error.getLineNumber(), error.getColumnNumber(), lines.get(0)));
    lines.addAll(1, excerpt(error));
    return String.join("\n", lines);
  }

  private static List<String> excerpt(Diagnostic<? extends JavaFileObject> error) {
    try {
      List<String> source = error.getSource().getCharContent(true).toString().lines().toList();
      String line = source.get((int) error.getLineNumber() - 1).replace('\t', ' ');
      return List.of(line, " ".repeat(place(error)) + "^");
    } catch (IOException | IndexOutOfBoundsException e) {
      return List.of();
    }
  }

  /**
   * The compiler counts a tab as up to eight columns; the line is shown with one blank for each.
   */
  private static int place(Diagnostic<? extends JavaFileObject> error) throws IOException {
    String before = error.getSource().getCharContent(true).toString();
    int offset = (int) error.getPosition();
    return offset - before.lastIndexOf('\n', offset - 1) - 1;
  }
}
