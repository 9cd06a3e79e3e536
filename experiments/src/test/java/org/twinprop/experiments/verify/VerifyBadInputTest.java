package org.twinprop.experiments.verify;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.experiments.Captured;
import org.twinprop.experiments.command.ExitCode;

/** A submission that cannot be checked: one line that says what, where and how to mend it. */
class VerifyBadInputTest {
  @TempDir Path folder;

  private String refused(Path file, String... more) {
    String[] verify = {"verify", file.toString()};
    String[] all = Stream.of(verify, more).flatMap(Arrays::stream).toArray(String[]::new);
    Captured captured = Captured.of(all);
    assertTrue(captured.out().isEmpty(), captured.out());
    return captured.errorLine(ExitCode.BAD_INPUT);
  }

  static Stream<Arguments> spoilt() {
    return Stream.of(
        arguments("x missing", spoil(f -> f.without("x")), "x, the batch, is missing; found y"),
        arguments("y missing", spoil(f -> f.without("y")), "y, the targets, is missing"),
        arguments(
            "parameter missing",
            spoil(f -> f.without("W2")),
            "W2, a parameter of layer 3, dense(3), is missing"),
        arguments(
            "gradient misspelt",
            spoil(f -> f.with("dw2", f.get("dW2")).without("dW2")),
            "dW2, the gradient by W2, is missing; found x, y, loss, W1, b1, W2, b2, dW1, db1, db2,"
                + " dw2 (did you mean dw2?)"),
        arguments(
            "transposed",
            spoil(f -> f.with("dW1", f.get("dW1").transpose().dup('c'))),
            "dW1 has shape [4, 3], but the gradient by W1 needs [3, 4]: it looks transposed"),
        arguments(
            "not summed",
            spoil(f -> f.with("db1", Nd4j.zeros(DataType.DOUBLE, 5, 4))),
            "db1 has shape [5, 4], but the gradient by b1 needs [4]: a row for each example; sum"),
        arguments(
            "dx of another shape",
            spoil(f -> f.with("dx", Nd4j.zeros(DataType.DOUBLE, 3, 5))),
            "dx has shape [3, 5], but the gradient by x needs [5, 3]: it looks transposed"),
        arguments(
            "other targets",
            spoil(f -> f.with("y", Nd4j.zeros(DataType.DOUBLE, 5, 4))),
            "y has shape [5, 4], but softmax-xent of this network needs targets [5, 3], or class"
                + " numbers [5]"),
        arguments(
            "class number too large",
            spoil(f -> f.with("y", Nd4j.createFromArray(0, 3, 1, 1, 0))),
            "the target of row 1 is 3.0, but classes are whole numbers from 0 to 2"),
        arguments(
            "no distribution",
            spoil(f -> f.with("y", Nd4j.ones(DataType.DOUBLE, 5, 3))),
            "target row 0 sums to 3.0"),
        arguments("NaN", spoil(f -> f.with("dW2", nan(f.get("dW2")))), "dW2 holds NaN at [2, 1]"),
        arguments(
            "NaN loss",
            spoil(f -> f.with("loss", Nd4j.scalar(Double.NaN))),
            "loss is NaN; find out"),
        arguments("infinity", spoil(f -> f.with("x", f.get("x").div(0))), "x holds"),
        arguments(
            "loss an array",
            spoil(f -> f.with("loss", Nd4j.zeros(DataType.DOUBLE, 5))),
            "loss has shape [5], but is one number"),
        arguments(
            "x without examples",
            spoil(f -> f.with("x", Nd4j.zeros(DataType.DOUBLE, 5))),
            "x has shape [5], but a batch needs [examples, ...]"),
        arguments(
            "overflow",
            spoil(f -> f.times("W1", 1e200).times("W2", 1e300)),
            "the loss of this network is"));
  }

  private static UnaryOperator<SubmissionFile> spoil(UnaryOperator<SubmissionFile> how) {
    return how;
  }

  private static INDArray nan(INDArray array) {
    return array.dup().putScalar(new int[] {2, 1}, Double.NaN);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("spoilt")
  void anArrayThatDoesNotFitIsNamed(
      String what, UnaryOperator<SubmissionFile> spoil, String expected) {
    Path file = spoil.apply(new SubmissionFile()).write(folder.resolve("student.npz"));
    String line = refused(file, "--net", SubmissionFile.NETWORK);
    assertTrue(line.startsWith(file + ": "), line);
    assertTrue(line.contains(expected), line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          dense(4) tanhh dense(3) | softmax-xent ; --net: network text, column 10: there is no layer 'tanhh' (did you mean tanh?)
          dense(4) tanh dense(3)                 ; --net: network text, column 23: the loss is missing
          dense(5) tanh dense(3) | softmax-xent  ; W1 has shape [3, 4], but a parameter of layer 1, dense(5) needs [3, 5]: save another
          conv(4,3) flatten | mse                ; layer 1, conv(4,3): got input 3, but needs images
          dense(4) dropout(0.5) dense(3) | mse   ; mask2, the mask of dropout, layer 2 of all layers, is missing
          """)
  void aNetworkThatDoesNotFitIsRefused(String network, String expected) {
    Path file = new SubmissionFile().without("b3").write(folder.resolve("student.npz"));
    String line = refused(file, "--net", network);
    assertTrue(line.contains(expected), line);
  }

  @Test
  void withoutANetworkBothWaysToNameItAreSaid() {
    Path file = new SubmissionFile().write(folder.resolve("student.npz"));
    String line = refused(file);
    assertTrue(line.contains("Say --net \"dense("), line);
    assertTrue(line.contains("student.net"), line);
  }

  @Test
  void aNetworkFileThatIsWrongIsNamed() throws IOException {
    Path file = new SubmissionFile().write(folder.resolve("student.npz"));
    Files.writeString(folder.resolve("student.net"), "dense(4) tanh dens(3) | softmax-xent");
    String line = refused(file);
    assertTrue(line.contains("student.net: network text, column 15"), line);
  }

  @Test
  void aTruncatedFileIsRefused() throws IOException {
    Path file = new SubmissionFile().write(folder.resolve("student.npz"));
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 900));
    String line = refused(file, "--net", SubmissionFile.NETWORK);
    assertTrue(line.contains("is no readable .npz archive"), line);
  }

  @ParameterizedTest
  @CsvSource({
    "nowhere.npz, does not exist",
    "student.txt, is no .npz file",
    "empty, holds no .npz file"
  })
  void whatCannotBeASubmissionIsRefused(String name, String expected) throws IOException {
    Files.createDirectory(folder.resolve("empty"));
    Files.writeString(folder.resolve("student.txt"), "x");
    assertTrue(refused(folder.resolve(name), "--net", "dense(1) | mse").contains(expected));
  }

  @ParameterizedTest
  @CsvSource({"--html", "--csv", "--json"})
  void aResultThatCouldNotBeWrittenIsFoundBeforeTheWork(String option) {
    Path file = new SubmissionFile().write(folder.resolve("student.npz"));
    Path nowhere = folder.resolve("nowhere/result");
    String line = refused(file, "--net", SubmissionFile.NETWORK, option, nowhere.toString());
    assertTrue(line.contains(option + " " + nowhere + " cannot be written"), line);
  }
}
