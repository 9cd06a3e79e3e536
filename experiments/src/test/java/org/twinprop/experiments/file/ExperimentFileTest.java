package org.twinprop.experiments.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinprop.experiments.Captured;

class ExperimentFileTest {
  private static final String HEAD =
      "experiment: first-symbol\nnetwork: laststep dense(4) | softmax-xent\n";

  @TempDir Path folder;

  private String errorOf(String content, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("some.yaml"), content);
    String[] arguments = new String[4 + more.length];
    System.arraycopy(
        new String[] {"run", file.toString(), "--out", folder.resolve("out").toString()},
        0,
        arguments,
        0,
        4);
    System.arraycopy(more, 0, arguments, 4, more.length);
    String line = Captured.of(arguments).errorLine(2);
    assertFalse(Files.exists(folder.resolve("out")), "a refused file leaves nothing behind");
    return line.replace(folder + "/", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          epoch: 3             ; some.yaml, line 3, column 8: there is no setting 'epoch' (did you mean epochs?)
          lr: 0.1              ; some.yaml, line 3, column 5: there is no setting 'lr' (the nearest are learning_rate,
          epochs: 2.5          ; some.yaml, line 3, column 9: epochs is '2.5', but must be a whole number of at least 0
          epochs: -1           ; some.yaml, line 3, column 9: epochs is '-1', but must be a whole number of at least 0
          epochs:              ; some.yaml, line 3, column 8: epochs has no value: give one, or leave the line out
          epochs: [1, 2]       ; some.yaml, line 3, column 9: epochs has several values to search, but this is a single run
          batch: 0             ; some.yaml, line 3, column 8: batch is '0', but must be a whole number from 1 to 1,000,000
          seed: one            ; some.yaml, line 3, column 7: seed is 'one', but must be a whole number
          learning_rate: -0.1  ; some.yaml, line 3, column 16: learning_rate is '-0.1', but must be a number above 0
          clip_norm: 0         ; some.yaml, line 3, column 12: clip_norm is '0', but must be a number above 0
          twin: maybe          ; some.yaml, line 3, column 7: twin is 'maybe', but must be true or false
          type: float16        ; some.yaml, line 3, column 7: type is 'float16', but must be float32 or float64
          updater: adma        ; some.yaml, line 3, column 10: updater text, column 1: there is no updater 'adma' (did you mean adam?)
          schedule: cosin      ; some.yaml, line 3, column 11: schedule text, column 1: there is no schedule 'cosin' (did you mean cosine?)
          initializer: hee     ; some.yaml, line 3, column 14: initializer text, column 1: there is no initializer 'hee' (did you mean he?)
          data: mnist          ; the experiment first-symbol makes its sequences itself: leave 'data' out, which is mnist
          network: dense(4)    ; some.yaml, line 3, column 10: network is given twice: leave one out
          seed: !!java.net.URL x ; tags such as tag:yaml.org,2002:java.net.URL are not read: leave it out
          seed: *a             ; aliases are not read: write the value itself
          seed: "1             ; not YAML: found unexpected end of stream, while scanning a quoted scalar that begins in line 3, column 7
          """)
  void whatCannotBeIsNamedWithItsPlace(String line, String expected) throws IOException {
    String error = errorOf(HEAD + line + "\n");
    assertTrue(error.contains(expected), error);
    assertTrue(error.contains("line 3") || line.startsWith("data"), error);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          experiment: chekcs ; some.yaml, line 1, column 13: there is no experiment 'chekcs' (did you mean checks?)
          experiment: checks ; some.yaml has no 'network': add a line 'network: ...'
          network: dense(4)  ; some.yaml has no 'experiment': add a line 'experiment: ...'
          just words         ; an experiment file is lines of 'key: value'
          - experiment       ; an experiment file is lines of 'key: value'
          """)
  void aFileThatIsNoneIsRefused(String content, String expected) throws IOException {
    String error = errorOf(content + "\n");
    assertTrue(error.contains(expected), error);
  }

  @Test
  void aMistakeInTheNetworkIsNamedWithItsPlaceInFileAndText() throws IOException {
    String error = errorOf("experiment: checks\nnetwork: flatten dens(10) | softmax-xent\n");
    assertTrue(
        error.startsWith(
            "some.yaml, line 2, column 10: network text, column 9: there is no layer 'dens'"),
        error);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "---\n", "# nothing but a comment\n"})
  void anEmptyFileIsRefused(String content) throws IOException {
    assertTrue(errorOf(content).contains("an experiment file is lines of 'key: value'"));
  }

  @Test
  void whatFollowsTheDocumentIsRefused() throws IOException {
    assertTrue(errorOf(HEAD + "---\nseed: 2\n").contains("keep one document in a file"));
  }

  @Test
  void aFileThatIsNoTextIsRefused() throws IOException {
    Path file = folder.resolve("some.yaml");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, 2});
    assertTrue(Captured.of("run", file.toString()).errorLine(2).contains("cannot be read"));
    Files.writeString(file, "a".repeat(200_000), StandardCharsets.UTF_8);
    assertTrue(Captured.of("run", file.toString()).errorLine(2).contains("at most 100,000"));
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertTrue(
        Captured.of("run", "nowhere.yaml")
            .errorLine(2)
            .startsWith("there is no file nowhere.yaml"));
  }

  @Test
  void aSettingInsteadOfTheFilesIsCheckedToo() throws IOException {
    String error = errorOf(HEAD, "--set", "epochs=few");
    assertEquals(
        "--set epochs=few: epochs is 'few', but must be a whole number of at least 0", error);
  }
}
