package org.twinprop.experiments.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.twinprop.experiments.student.LayerJson;
import org.twinprop.experiments.student.LayerLines;
import org.twinprop.experiments.student.LayerResult;
import org.twinprop.experiments.student.LayerSettings;
import org.twinprop.experiments.student.StudentLayerCheck;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How {@code verify} checks a layer in Java. */
final class LayerOptions {
  private static final List<String> EXTENSIONS = List.of(".java", ".jar");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--like",
      paramLabel = "LAYER",
      description =
          "For a layer in Java: ours that it is to equal, as in \"dense(32)\". Default: it is held"
              + " against differences of its own output alone.")
  private String like;

  @Option(
      names = "--class",
      paramLabel = "NAME",
      description = "For a layer in Java: which class. Default: the one that there is.")
  private String className;

  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      defaultValue = "10",
      converter = PositiveNumber.class,
      description = "For a layer in Java: how long each pass may take. Default: 10.")
  private double seconds;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      converter = Seed.class,
      description = "For a layer in Java: seed of its input and parameters. Default: 1.")
  private long seed;

  /** What {@code --like} says. */
  Optional<String> like() {
    return Optional.ofNullable(like);
  }

  /** Whether a file is one with a layer in Java. */
  static boolean takes(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return EXTENSIONS.stream().anyMatch(name::endsWith);
  }

  /**
   * Checks one file.
   *
   * @param batch what {@code --input} says
   * @return the exit code
   */
  int check(Path file, Optional<String> batch, JsonTarget json) {
    LayerResult result =
        StudentLayerCheck.run(
            new LayerSettings(file, Optional.ofNullable(className), like(), batch, seconds, seed));
    json.write(LayerJson.of(result));
    if (!result.usable()) {
      refuse(result);
      return ExitCode.BAD_INPUT;
    }
    new LayerLines(json.console()).print(result);
    return result.ok() ? ExitCode.OK : ExitCode.FAILED;
  }

  /** The first line says what, as every error; compiler errors follow as javac shows them. */
  private void refuse(LayerResult result) {
    PrintWriter err = spec.commandLine().getErr();
    List<String> lines =
        result.failure().message().replaceAll("[\\p{C}&&[^\\n]]", "?").lines().toList();
    String first = lines.size() > 1 ? " does not compile:" : ": " + lines.get(0);
    err.println("twinprop: " + result.subject() + first);
    if (lines.size() > 1) {
      lines.forEach(err::println);
    }
    err.flush();
  }
}
