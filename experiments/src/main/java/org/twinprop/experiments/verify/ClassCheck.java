package org.twinprop.experiments.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.twinprop.experiments.console.Console;

/** Checks many submissions, one after the other: one that cannot be read does not stop the rest. */
public final class ClassCheck {
  private final SubmissionCheck check;
  private final Console console;
  private final Function<Throwable, String> lineOf;

  /**
   * @param check how each is checked
   * @param console gets a line for each as it goes, and a table
   * @param lineOf what a person is told about an exception
   */
  public ClassCheck(SubmissionCheck check, Console console, Function<Throwable, String> lineOf) {
    this.check = check;
    this.console = console;
    this.lineOf = lineOf;
  }

  /** Checks all of them, in their order. */
  public List<Check> run(List<Subject> subjects) {
    List<Check> checks = new ArrayList<>();
    int digits = Integer.toString(subjects.size()).length();
    for (Subject subject : subjects) {
      Check done = check(subject);
      checks.add(done);
      console.print(
          ("%" + digits + "d/%d  %s  %s")
              .formatted(checks.size(), subjects.size(), subject.name(), summary(done)));
    }
    console.gap();
    console.print(ClassTables.mistakes(checks));
    return checks;
  }

  private Check check(Subject subject) {
    try {
      return check.check(subject);
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      return Check.refused(subject, lineOf.apply(e));
    }
  }

  private String summary(Check done) {
    if (!done.readable()) {
      String file = done.subject().file() + ": ";
      String error = done.error();
      return console.bad("not checked")
          + "  "
          + (error.startsWith(file) ? error.substring(file.length()) : error);
    }
    if (done.unwritten()) {
      return console.bad("not written") + "  " + CheckText.list(done.report().unwritten());
    }
    return done.ok()
        ? console.good("right")
        : console.bad("wrong") + "  " + String.join(", ", ClassTables.causes(done));
  }
}
