package org.twinprop.data;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MnistTest {
  private static final String EMPLOYEES = "Census Bureau employees";
  private static final String STUDENTS = "high-school students";

  @Test
  void digitsAndWritersOfEachPopulationAreAllThere() {
    DigitSource mnist = RealData.digits();

    assertEquals(60_000, mnist.train().size());
    assertEquals(Map.of(EMPLOYEES, 30_950L, STUDENTS, 29_050L), digitsPerPopulation(mnist.train()));
    assertEquals(289, writers(mnist.train(), EMPLOYEES).size());
    assertEquals(250, writers(mnist.train(), STUDENTS).size());
    assertEquals(10_000, mnist.test().size());
    assertEquals(Map.of(EMPLOYEES, 4_999L, STUDENTS, 5_001L), digitsPerPopulation(mnist.test()));
    assertEquals(48, writers(mnist.test(), EMPLOYEES).size());
    assertEquals(249, writers(mnist.test(), STUDENTS).size());
  }

  @Test
  void nobodyWroteBothTrainingAndTestDigits() {
    DigitSource mnist = RealData.digits();
    Set<String> training = groups(mnist.train(), "writer");
    assertTrue(Collections.disjoint(training, groups(mnist.test(), "writer")));
    assertTrue(
        training.containsAll(writers(mnist.train(), STUDENTS))
            && Collections.disjoint(
                writers(mnist.train(), EMPLOYEES), writers(mnist.train(), STUDENTS)));
  }

  @Test
  void groupsAndShapesAreNamedInTheTermsOfTheField() {
    Examples test = RealData.digits().test();
    assertEquals(List.of("population", "writer", "digit"), test.groupColumns());
    assertEquals(List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"), test.classNames());
    assertArrayEquals(new long[] {1, 28, 28}, test.inputShape());
    assertArrayEquals(new long[] {10}, test.targetShape());
    assertEquals("MNIST test digits with QMNIST writers (10,000)", test.description());
    assertTrue(
        IntStream.range(0, test.size())
            .allMatch(row -> test.group("digit", row).equals("" + test.classOf(row))));
  }

  @Test
  void provenanceHasTheChecksumOfEveryFile() throws IOException {
    Path folder = RealData.mnist();
    List<SourceFile> provenance = Mnist.load(folder).provenance();

    assertEquals(6, provenance.size());
    for (SourceFile file : provenance) {
      Path path = folder.resolve(file.name());
      assertEquals(Files.size(path), file.bytes());
      assertTrue(file.sha256().matches("[0-9a-f]{64}"));
      try (var in = Files.newInputStream(path)) {
        assertEquals(Sha256.of(in), file.sha256());
      }
    }
    assertEquals(6, provenance.stream().map(SourceFile::sha256).distinct().count());
  }

  @Test
  void unpackedFilesGiveTheSameExamples(@TempDir Path folder) throws IOException {
    for (Path packed : files(RealData.mnist(), name -> true)) {
      String name = packed.getFileName().toString().replace(".gz", "");
      Files.write(folder.resolve(name), RawIdx.unpack(packed));
    }
    DigitExamples packed = (DigitExamples) RealData.digits().train();
    DigitExamples unpacked = (DigitExamples) Mnist.load(folder).train();

    assertEquals(packed.size(), unpacked.size());
    for (int row = 0; row < packed.size(); row += 7) {
      assertArrayEquals(packed.image(row), unpacked.image(row));
      assertEquals(packed.classOf(row), unpacked.classOf(row));
      assertEquals(packed.group("writer", row), unpacked.group("writer", row));
    }
  }

  @Test
  void theFolderAboveWillDoAsWell(@TempDir Path above) throws IOException {
    copy(
        RealData.mnist(),
        Files.createDirectory(above.resolve("mnist")),
        name -> name.startsWith("t10k"));
    copy(RealData.mnist(), above.resolve("mnist"), name -> name.startsWith("train"));
    assertEquals(60_000, Mnist.load(above).train().size());
    assertFalse(Mnist.isComplete(above));

    copy(RealData.mnist(), above.resolve("mnist"), name -> name.startsWith("qmnist"));
    assertTrue(Mnist.isComplete(above));
  }

  @Test
  void digitsWithoutWritersLoadAndSaySo(@TempDir Path folder) throws IOException {
    copy(RealData.mnist(), folder, name -> !name.startsWith("qmnist"));
    DigitSource mnist = Mnist.load(folder);

    assertEquals(List.of("digit"), mnist.train().groupColumns());
    assertEquals(4, mnist.provenance().size());
    assertEquals(
        "MNIST training digits with unknown writers: no qmnist-train-labels-idx2-int.gz in %s (60,000)"
            .formatted(folder),
        mnist.train().description());
    BadInput unknown = assertThrows(BadInput.class, () -> mnist.test().group("writer", 0));
    assertTrue(
        unknown.getMessage().startsWith("no group column 'writer' in"), unknown.getMessage());
    assertTrue(unknown.getMessage().endsWith("there are: digit"), unknown.getMessage());
  }

  @Test
  void everyMissingFileIsNamedAndWhereItWasLookedFor(@TempDir Path folder) throws IOException {
    copy(RealData.mnist(), folder, name -> !name.startsWith("t10k"));
    BadInput missing = assertThrows(BadInput.class, () -> Mnist.load(folder));
    assertEquals(
        folder
            + ": missing t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte (each with or without .gz, here or in a folder mnist); fetch them with './twinprop data get mnist'",
        missing.getMessage());
  }

  @Test
  void aMissingFolderIsNamed(@TempDir Path folder) {
    BadInput missing = assertThrows(BadInput.class, () -> Mnist.load(folder.resolve("minst")));
    assertTrue(missing.getMessage().contains("minst: no such folder"), missing.getMessage());
  }

  @Test
  void trainingAndTestImagesOfDifferentSizeAreRefused(@TempDir Path folder) throws IOException {
    Files.write(folder.resolve("train-images-idx3-ubyte"), RawIdx.images(2, 28, 28));
    Files.write(folder.resolve("train-labels-idx1-ubyte"), RawIdx.labels(3, 4));
    Files.write(folder.resolve("t10k-images-idx3-ubyte"), RawIdx.images(1, 16, 16));
    Files.write(folder.resolve("t10k-labels-idx1-ubyte"), RawIdx.labels(5));
    BadInput refused = assertThrows(BadInput.class, () -> Mnist.load(folder));
    assertTrue(
        refused
            .getMessage()
            .endsWith(
                "training images of shape [1, 28, 28], test images of shape [1, 16, 16]; they must be of one size"),
        refused.getMessage());
  }

  private static Map<String, Long> digitsPerPopulation(Examples examples) {
    return IntStream.range(0, examples.size())
        .mapToObj(row -> examples.group("population", row))
        .collect(groupingBy(population -> population, counting()));
  }

  private static Set<String> groups(Examples examples, String column) {
    return IntStream.range(0, examples.size())
        .mapToObj(row -> examples.group(column, row))
        .collect(toSet());
  }

  private static Set<String> writers(Examples examples, String population) {
    return IntStream.range(0, examples.size())
        .filter(row -> examples.group("population", row).equals(population))
        .mapToObj(row -> examples.group("writer", row))
        .collect(toSet());
  }

  private static List<Path> files(Path folder, Predicate<String> wanted) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> wanted.test(file.getFileName().toString())).toList();
    }
  }

  private static void copy(Path from, Path to, Predicate<String> wanted) throws IOException {
    for (Path file : files(from, wanted)) {
      Files.copy(file, to.resolve(file.getFileName()));
    }
  }
}
