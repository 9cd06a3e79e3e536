package org.twinprop.experiments.student;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.experiments.student.StudentFailure.Frame;
import org.twinprop.experiments.student.StudentFailure.Kind;

/**
 * The process of the student's code. One thread runs the code; this one watches the time, and
 * whatever happens first, the end, an exception, the end of time or System.exit, is what is
 * reported.
 */
public final class StudentMain {
  private static final long LOOK_MILLISECONDS = 20;

  /** Let go when memory runs out, so that there is enough to report that. */
  private static final int RESERVE = 4 << 20;

  private final Exchange exchange;
  private final Findings findings = new Findings();
  private final Steps steps;
  private final LayerTrial trial;
  private final AtomicBoolean reported = new AtomicBoolean();

  @SuppressWarnings("unused") // it is there to be let go
  private byte[] reserve = new byte[RESERVE];

  private StudentMain(Exchange exchange, Assignment assignment) {
    this.exchange = exchange;
    steps = new Steps(assignment.seconds());
    trial = new LayerTrial(assignment, steps, findings);
  }

  /**
   * @param arguments the folder of the exchange
   */
  public static void main(String[] arguments) throws Exception {
    Locale.setDefault(Locale.ROOT);
    Exchange exchange = new Exchange(Path.of(arguments[0]));
    Assignment assignment = exchange.assignment();
    new StudentMain(exchange, assignment).run();
  }

  private void run() throws IOException, InterruptedException {
    Thread library = new Thread(StudentMain::loadLibrary, "library");
    library.setDaemon(true);
    library.start();
    capture();
    Runtime.getRuntime().addShutdownHook(new Thread(this::reportExit));
    Thread student = new Thread(() -> attempt(library), "student");
    student.setDaemon(true);
    student.start();
    while (student.isAlive()) {
      student.join(LOOK_MILLISECONDS);
      if (steps.overdue()) {
        report(late(student.getStackTrace()));
      }
    }
    Runtime.getRuntime().halt(0);
  }

  /** New arrays that a student makes without naming a type are float64, as all numbers here. */
  private static void loadLibrary() {
    Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    Nd4j.create(1).close();
  }

  private void capture() throws IOException {
    PrintStream captured =
        new PrintStream(new LimitedOutput(exchange.output()), true, StandardCharsets.UTF_8);
    System.setOut(captured);
    System.setErr(captured);
  }

  private void attempt(Thread library) {
    try {
      trial.run(library);
      report(null);
    } catch (RefusedException e) {
      report(new StudentFailure(e.kind(), steps.current(), e.getMessage(), List.of()));
    } catch (Throwable e) {
      reserve = null;
      report(thrown(e));
    }
  }

  private StudentFailure thrown(Throwable e) {
    return new StudentFailure(Kind.EXCEPTION, steps.current(), Thrown.text(e), Frames.in(e));
  }

  private StudentFailure late(StackTraceElement[] trace) {
    String message =
        "not done after %s s: an endless loop, or --time-limit is too short"
            .formatted(Double.toString(steps.allowed()).replaceFirst("\\.0$", ""));
    return new StudentFailure(Kind.TIME, steps.current(), message, Frames.in(trace));
  }

  /** Whoever called System.exit waits in it, so that the stack shows the line. */
  private void reportExit() {
    List<Frame> frames =
        Thread.getAllStackTraces().values().stream()
            .filter(StudentMain::exits)
            .map(Frames::in)
            .findFirst()
            .orElse(List.of());
    report(new StudentFailure(Kind.EXIT, steps.current(), "called System.exit", frames));
  }

  private static boolean exits(StackTraceElement[] trace) {
    for (StackTraceElement element : trace) {
      if (element.getClassName().equals("java.lang.Shutdown")) {
        return true;
      }
    }
    return false;
  }

  /** The first report counts, and ends the process. */
  private void report(StudentFailure failure) {
    if (!reported.compareAndSet(false, true)) {
      return;
    }
    try {
      exchange.write(findings.report(failure), findings.arrays());
    } catch (IOException e) {
      Runtime.getRuntime().halt(1);
    }
    Runtime.getRuntime().halt(0);
  }
}
