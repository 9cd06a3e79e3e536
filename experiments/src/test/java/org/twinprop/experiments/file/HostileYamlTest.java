package org.twinprop.experiments.file;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinprop.experiments.Captured;

/** Files that mean harm, or that mean nothing: one line each, and soon. */
class HostileYamlTest {
  private static final String HEAD =
      "experiment: first-symbol\nnetwork: laststep dense(4) | softmax-xent\n";

  @TempDir Path folder;

  static Stream<Arguments> files() {
    String bomb =
        "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b]\n";
    return Stream.of(
        Arguments.of(bomb, "line 2"),
        Arguments.of("a: &a {x: *a}\n", "a must be one value, or a list of values"),
        Arguments.of("<<: *nothing\n" + HEAD, "aliases are not read"),
        Arguments.of(HEAD + "epochs: !!int 3\n", "tags such as"),
        Arguments.of("!!javax.script.ScriptEngineManager [x]\n", "lines of 'key: value'"),
        Arguments.of("!!map\n" + HEAD, "tags such as"),
        Arguments.of("? [a, b]\n: 1\n", "not YAML"),
        Arguments.of("? \n: 1\n", ""),
        Arguments.of("a: " + "[".repeat(40_000), "a must be one value, or a list of values"),
        Arguments.of("a: " + "{b: ".repeat(20_000), "a must be one value, or a list of values"),
        Arguments.of("a:\n" + nested(300), "a must be one value, or a list of values"),
        Arguments.of(
            "epochs: [" + "1, ".repeat(30_000) + "1]\n" + HEAD, "epochs has several values"),
        Arguments.of(HEAD + "epochs: " + "9".repeat(50_000) + "\n", "must be a whole number"),
        Arguments.of(HEAD + "learning_rate: 1e999\n", "a number above 0"),
        Arguments.of(HEAD + "learning_rate: nan\n", "a number above 0"),
        Arguments.of(HEAD + "seed: \"a\\u001b[2J\\nb\"\n", "must be a whole number"),
        Arguments.of(
            HEAD + "\tepochs: 1\n", "some.yaml, line 3, column 1: not YAML: found character"),
        Arguments.of(HEAD + "data: \"a\\0b\"\n", "line 3"));
  }

  private static String nested(int depth) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= depth; i++) {
      text.append(" ".repeat(i)).append("b:\n");
    }
    return text.toString();
  }

  private String errorOf(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("some.yaml"), content);
    return assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> Captured.of("run", file.toString()).errorLine(2));
  }

  @ParameterizedTest
  @MethodSource("files")
  void oneLineSaysWhatIsWrong(String content, String expected) throws IOException {
    String line = errorOf(content);
    assertTrue(line.contains("some.yaml, line ") && line.contains(expected), line);
    assertTrue(line.chars().noneMatch(Character::isISOControl), line);
  }

  @Test
  void aMarkAtTheBeginningAndLineEndsOfWindowsAreNoMistake() throws IOException {
    String line = errorOf("\uFEFF" + HEAD.replace("\n", "\r\n") + "epochs: few\r\n");
    assertTrue(line.contains("some.yaml, line 3, column 9: epochs is 'few'"), line);
  }
}
