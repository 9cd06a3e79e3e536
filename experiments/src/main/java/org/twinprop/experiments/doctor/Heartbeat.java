package org.twinprop.experiments.doctor;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.twinprop.experiments.console.Formats;

/** Says every so often that something long goes on, and by what one can see that. */
final class Heartbeat implements AutoCloseable {
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Heartbeat::daemon);
  private final long start = System.nanoTime();
  private final String what;
  private final Path growing;

  private Heartbeat(String what, Path growing) {
    this.what = what;
    this.growing = growing;
  }

  /**
   * Begins.
   *
   * @param what goes on
   * @param growing a folder that fills meanwhile
   * @param every so often
   * @param say takes each line
   */
  static Heartbeat of(String what, Path growing, Duration every, Consumer<String> say) {
    Heartbeat heartbeat = new Heartbeat(what, growing);
    long millis = every.toMillis();
    heartbeat
        .clock
        .scheduleAtFixedRate(
            () -> say.accept(heartbeat.line()), millis, millis, TimeUnit.MILLISECONDS)
        .isDone();
    return heartbeat;
  }

  private String line() {
    return "%s: %s so far, %s of processor time; %s holds %,d MB"
        .formatted(
            what,
            Formats.duration((System.nanoTime() - start) / 1e9),
            Formats.duration(processorSeconds()),
            growing,
            bytes(growing) / 1_000_000);
  }

  private static double processorSeconds() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime() / 1e9
        : 0;
  }

  /** Files may come and go while they are counted. */
  static long bytes(Path folder) {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.mapToLong(file -> Files.isRegularFile(file) ? file.toFile().length() : 0).sum();
    } catch (IOException | java.io.UncheckedIOException e) {
      return 0;
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "heartbeat");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
