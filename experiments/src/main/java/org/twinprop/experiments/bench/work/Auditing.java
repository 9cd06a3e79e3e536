package org.twinprop.experiments.bench.work;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.twinprop.experiments.audit.AuditRequest;
import org.twinprop.experiments.audit.AuditRun;
import org.twinprop.experiments.console.Console;
import picocli.CommandLine.Help.Ansi;

/**
 * 'audit' of a table by two columns of groups, from the file to the report, in rows a second:
 * metrics with their intervals, disparities, tests and the page.
 */
final class Auditing implements Work {
  private final Path prepared;
  private final AuditRequest request;

  Auditing(Job job) {
    prepared = Path.of(job.prepared());
    request =
        new AuditRequest(
            prepared.resolve(AuditedTable.FILE),
            ',',
            "label",
            "prediction",
            "score",
            "1",
            List.of("race", "sex"),
            false,
            List.of(),
            false,
            10,
            1);
  }

  @Override
  public double turn(int round) {
    Path out = prepared.resolve("audit");
    Console silent = new Console(new PrintWriter(Writer.nullWriter()), Ansi.OFF);
    AuditRun run = new AuditRun(request, Optional.of(out), List.of("bench", "audit"), silent);
    long start = System.nanoTime();
    long rows = run.run().rows();
    double seconds = (System.nanoTime() - start) / 1e9;
    remove(out);
    return rows / seconds;
  }

  private static void remove(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    // whoever made the folder removes it
  }
}
