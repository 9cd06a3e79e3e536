package org.twinprop.experiments.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A contestant in a process of its own. It is asked for a turn by a line with the number of the
 * round, answers with a line of JSON, and in between waits and computes nothing.
 */
final class ContestantProcess implements Contestant {
  /** The first turn of some compiles their network, which takes a minute. */
  private static final long PATIENCE_MINUTES = 20;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ContestantPlan plan;
  private final Path errors;
  private final Process process;
  private final BufferedReader answers;
  private final BufferedWriter questions;
  private String software;

  private ContestantProcess(ContestantPlan plan, Path errors, Process process) {
    this.plan = plan;
    this.errors = errors;
    this.process = process;
    answers = process.inputReader(StandardCharsets.UTF_8);
    questions = process.outputWriter(StandardCharsets.UTF_8);
  }

  /** Starts the process; {@link #awaitReady} waits for it. */
  static ContestantProcess start(ContestantPlan plan) {
    try {
      Path errors = Files.createTempFile("twinprop-bench", ".err");
      ProcessBuilder builder = new ProcessBuilder(plan.command()).redirectError(errors.toFile());
      builder.environment().putAll(plan.environment());
      return new ContestantProcess(plan, errors, builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** It is not there, or cannot do what was asked; the message says why. */
  static final class Lacking extends Exception {
    private static final long serialVersionUID = 1;

    Lacking(String message) {
      super(message);
    }
  }

  /**
   * Waits until it has begun.
   *
   * @throws Lacking if it says that it cannot, or ends
   */
  void awaitReady() throws Lacking {
    try {
      JsonNode said = answer();
      if (said.hasNonNull("lacking")) {
        throw new Lacking(said.get("lacking").asText());
      }
      software = said.get("software").asText();
    } catch (IllegalStateException e) {
      throw new Lacking(e.getMessage());
    }
  }

  ContestantPlan plan() {
    return plan;
  }

  /** What computes in it, with its release. */
  String software() {
    return software;
  }

  /** Whether it is the same software, used in the same way, though of another Python. */
  boolean isTheSameAs(ContestantProcess other) {
    return name().equals(other.name())
        && software.equals(other.software)
        && plan.threads() == other.plan.threads()
        && plan.size() == other.plan.size();
  }

  @Override
  public String name() {
    return plan.contestant();
  }

  /**
   * @throws IllegalStateException if it ends instead, or does not answer
   */
  @Override
  public Turn turn(int round) {
    try {
      questions.write(round + "\n");
      questions.flush();
      return JSON.treeToValue(answer(), Turn.class);
    } catch (IOException e) {
      throw new IllegalStateException(failure(), e);
    }
  }

  private JsonNode answer() {
    CompletableFuture<String> line =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return answers.readLine();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    try {
      String said = line.get(PATIENCE_MINUTES, TimeUnit.MINUTES);
      if (said == null) {
        throw new IllegalStateException(failure());
      }
      return JSON.readTree(said);
    } catch (IOException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(failure(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(failure(), e);
    }
  }

  private String failure() {
    return "%s (%s) gave no answer: %s"
        .formatted(plan.contestant(), plan.command().get(0), lastWords());
  }

  private String lastWords() {
    try (Stream<String> lines = Files.lines(errors, StandardCharsets.ISO_8859_1)) {
      // of Java's stack traces the cause, of Python's the error: what is not indented
      return lines
          .filter(line -> line.matches("\\S.*"))
          .reduce((before, line) -> line)
          .map(String::strip)
          .orElse("it said nothing");
    } catch (IOException e) {
      return "what it said cannot be read";
    }
  }

  @Override
  public void close() {
    try {
      process.destroy();
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      Files.deleteIfExists(errors);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
