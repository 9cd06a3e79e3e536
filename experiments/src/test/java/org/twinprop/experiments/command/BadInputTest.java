package org.twinprop.experiments.command;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinprop.experiments.Captured;
import org.twinprop.experiments.DigitFiles;

/** Whatever is wrong with files and settings: one line, exit code 2, and nothing left behind. */
class BadInputTest {
  private static final String IMAGES = "train-images-idx3-ubyte";
  private static final String LABELS = "t10k-labels-idx1-ubyte";
  private static final String WRITERS = "qmnist-train-labels-idx2-int";

  private static final double MEMORY_NEEDED = 100e9;

  @TempDir Path folder;
  private Path data;
  private Path out;

  @BeforeEach
  void writeDigits() {
    data = DigitFiles.write(folder.resolve("digits"), 4, 2);
    out = folder.resolve("out");
  }

  private String refused(String... more) {
    String[] arguments = {"run", "checks", "--data", data.toString(), "--out", out.toString()};
    String[] all = Stream.of(arguments, more).flatMap(Arrays::stream).toArray(String[]::new);
    String line = Captured.of(all).errorLine(ExitCode.BAD_INPUT);
    assertFalse(Files.isDirectory(out), "a run folder was left behind");
    return line;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          conv(20,5) relux | softmax-xent ; network text, column 12: there is no layer 'relux' (did you mean relu?)
          flatten dense(10)               ; the loss is missing
          flatten dense(10) | entropy     ; there is no loss 'entropy'
          dense(10) | softmax-xent        ; layer 1, dense(10): got input 1x28x28
          conv(4,29) flatten dense(10) | softmax-xent ; layer 1, conv(4,29)
          flatten dense(7) | softmax-xent ; the network ends with 7 outputs, but there are 10 classes: let its last layer be dense(10)
          flatten embedding(256,10) | softmax-xent ; the network ends with 784x10 outputs, but there are 10 classes: it answers at each of 784 steps, so end it with laststep dense(10)
          conv(10,5) | softmax-xent ; the network ends with 10x24x24 outputs, but there are 10 classes: end it with flatten dense(10)
          '' ; option '--net': the network text is empty: expected a layer, as in 'flatten dense(10) | softmax-xent'
          flatten dense(0) | softmax-xent ; out=0, but it must be a whole number of at least 1
          flatten dense(60000) dense(60000) dense(10) | mse ; parameters, but at most
          """)
  void aNetworkThatCannotBeBuiltIsRefused(String network, String expected) {
    String line = refused("--net", network);
    assertTrue(line.contains(expected), line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --updater     | adm          | there is no updater 'adm' (did you mean adam?)
          --updater     | adam(beta=1) | adam has no 'beta'
          --initializer | hee          | there is no initializer 'hee' (did you mean he?)
          """)
  void anUnknownSettingIsRefused(String option, String value, String expected) {
    String line = refused(option, value);
    assertTrue(line.contains(expected), line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          flatten dense(10) | hinge                           ; 64 ; for targets of 0 and 1 take softmax-xent
          flatten dense(5) batchnorm dense(10) | softmax-xent ; 1  ; take a larger batch
          flatten dense(5) batchnorm dense(10) | softmax-xent ; 39 ; take 40 a batch
          """)
  void whatOnlyExamplesShowIsFoundBeforeTheFirstEpoch(String net, String batch, String expected) {
    String line = refused("--net", net, "--batch", batch, "--twin", "off");
    assertTrue(line.contains(expected), line);
  }

  static Stream<Arguments> damages() {
    return Stream.of(
        arguments("truncated", IMAGES, change(b -> Arrays.copyOf(b, 5000)), "truncated"),
        arguments("no digits at all", IMAGES, change(b -> new byte[0]), "the file is empty"),
        arguments(
            "magic number of labels",
            IMAGES,
            change(b -> ByteBuffer.wrap(b).putInt(0, 0x801).array()),
            "magic"),
        arguments(
            "one label less",
            LABELS,
            change(
                b -> {
                  byte[] shorter = Arrays.copyOf(b, b.length - 1);
                  return ByteBuffer.wrap(shorter).putInt(4, b.length - 9).array();
                }),
            "labels for the"),
        arguments(
            "writers of other digits",
            WRITERS,
            change(b -> ByteBuffer.wrap(b).putInt(12, 9 - ByteBuffer.wrap(b).getInt(12)).array()),
            "do not describe the same digits"));
  }

  private static UnaryOperator<byte[]> change(UnaryOperator<byte[]> change) {
    return change;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damages")
  void aDamagedFileIsNamed(
      String damage, String file, UnaryOperator<byte[]> change, String expected)
      throws IOException {
    Path path = data.resolve(file);
    Files.write(path, change.apply(Files.readAllBytes(path)));
    String line = refused();
    assertTrue(line.contains(path.toString()), line);
    assertTrue(line.contains(expected), line);
  }

  @Test
  void aMissingFileIsNamedWithTheWayToGetIt() throws IOException {
    Files.delete(data.resolve(LABELS));
    String line = refused();
    assertTrue(line.contains("missing " + LABELS), line);
    assertTrue(line.contains("twinprop data get mnist"), line);
  }

  @Test
  void aNetworkThatNoMemoryCanHoldIsRefusedBeforeAnythingIsAllocated() {
    assumeTrue(MEMORY_NEEDED > totalMemory(), "skipped: this machine has the memory");
    String line = refused("--net", "flatten dense(2000000) dense(10) | softmax-xent");
    assertTrue(line.contains("the network has 1,590,000,010 parameters and needs at least"), line);
    assertTrue(line.contains(" GB of memory, but this machine has "), line);
  }

  private static double totalMemory() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getTotalMemorySize();
  }

  @Test
  void aDataFolderThatIsNotThereIsNamed() {
    data = folder.resolve("nowhere");
    String line = refused();
    assertTrue(line.contains("--data names " + data), line);
  }

  @Test
  void anOutputFolderThatIsAFileIsRefused() throws IOException {
    Files.writeString(out, "a file");
    assertTrue(refused().contains("is a file"));
  }

  @Test
  void anOutputFolderBelowAFileIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "a file");
    out = file.resolve("out");
    assertTrue(refused().contains(file + ": is a file"));
  }

  @Test
  void anOutputFolderThatMayNotBeWrittenIsRefused() {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "skipped: only Linux has such a folder");
    out = Path.of("/proc/twinprop");
    String line = refused();
    assertTrue(line.contains("cannot be written (the operating system knows no such place)"), line);
    assertFalse(line.contains("Exception"), line);
  }

  @Test
  void anOutputFolderWithFilesInItIsRefused() throws IOException {
    Files.createDirectories(out);
    Path mine = Files.writeString(out.resolve("mine.txt"), "mine");
    String line =
        Captured.of("run", "checks", "--data", data.toString(), "--out", out.toString())
            .errorLine(ExitCode.BAD_INPUT);
    assertTrue(line.contains("is not empty"), line);
    assertTrue(Files.exists(mine));
  }

  @Test
  void aJsonFileThatCannotBeWrittenIsFoundBeforeTheWork() {
    String line = refused("--json", folder.resolve("nowhere/result.json").toString());
    assertTrue(line.contains("--json"), line);
  }
}
