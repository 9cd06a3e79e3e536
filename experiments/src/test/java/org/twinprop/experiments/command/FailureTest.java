package org.twinprop.experiments.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinprop.data.BadInput;
import org.twinprop.trainer.DivergedException;

class FailureTest {
  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new BadInput("x: bad"), 2, "x: bad"),
        Arguments.of(new IllegalArgumentException("layer 1: bad"), 2, "layer 1: bad"),
        Arguments.of(
            new DivergedException("layer 2", Double.NaN).at(1, 7), 1, "batch 7 of epoch 1"),
        Arguments.of(new AccessDeniedException("/a/b"), 2, "cannot read or write /a/b"),
        Arguments.of(
            new UncheckedIOException(new IOException("No space left on device")),
            2,
            "No space left"),
        Arguments.of(new OutOfMemoryError("Java heap space"), 2, "TWINPROP_JAVA_OPTIONS=-Xmx"),
        Arguments.of(
            new NoClassDefFoundError("Could not initialize class X")
                .initCause(
                    new ExceptionInInitializerError(
                        "Exception java.lang.OutOfMemoryError: Java heap space")),
            2,
            "not enough memory"),
        Arguments.of(
            new OutOfMemoryError("Cannot allocate new FloatPointer(9)")
                .initCause(
                    new OutOfMemoryError(
                        "Physical memory usage is too high: physicalBytes (9M) > maxPhysicalBytes (8M)")),
            2,
            "not enough memory (memory of the whole process): the process, arrays included, may take "),
        Arguments.of(new IllegalStateException("odd"), 1, "run again with --debug"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void everyFailureHasALineAndACode(Throwable thrown, int exitCode, String expected) {
    Failure failure = Failure.of(thrown);
    assertEquals(exitCode, failure.exitCode());
    assertTrue(failure.line().contains(expected), failure.line());
  }

  @Test
  void anArgumentThatSomeoneElseRefusedIsAFaultOfOurs() {
    IllegalArgumentException elsewhere = new IllegalArgumentException("no enum constant");
    elsewhere.setStackTrace(
        new StackTraceElement[] {new StackTraceElement("java.lang.Enum", "valueOf", "Enum", 1)});
    assertEquals(1, Failure.of(elsewhere).exitCode());
    assertTrue(Failure.of(elsewhere).line().startsWith("unexpected java.lang.Illegal"));
  }

  @Test
  void aFileNameCannotSpeakToTheTerminalOrAddLines() {
    String line = Failure.of(new BadInput("a\u001b[2Jb\n  c: bad")).line();
    assertEquals("a?[2Jb c: bad", line);
  }
}
