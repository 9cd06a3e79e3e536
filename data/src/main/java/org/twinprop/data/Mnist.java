package org.twinprop.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.twinprop.data.idx.IdxRecordReader;

/** The MNIST digits with QMNIST's account of who wrote each of them. */
public final class Mnist {
  private static final Part TRAIN =
      new Part(
          "training",
          "train-images-idx3-ubyte",
          "train-labels-idx1-ubyte",
          "qmnist-train-labels-idx2-int");
  private static final Part TEST =
      new Part(
          "test",
          "t10k-images-idx3-ubyte",
          "t10k-labels-idx1-ubyte",
          "qmnist-test-labels-idx2-int");

  private Mnist() {}

  /** The names of the files that make up one part, without ".gz". */
  private record Part(String name, String images, String labels, String writers) {
    Stream<String> files() {
      return Stream.of(images, labels, writers);
    }
  }

  /**
   * Reads and checks the files of a folder. Each may be packed (".gz") or not. Without the files of
   * the writers the digits have no groups but the digit itself, and their description says so.
   *
   * @param folder holds the files, or a folder {@code mnist} that holds them
   * @throws BadInput if a file is missing, damaged or does not fit the others
   */
  public static DigitSource load(Path folder) {
    Path files = folderOfFiles(folder);
    requireFiles(files);
    DigitExamples train = load(files, TRAIN);
    DigitExamples test = load(files, TEST);
    if (!Arrays.equals(train.inputShape(), test.inputShape())) {
      throw new BadInput(
          "%s: training images of shape %s, test images of shape %s; they must be of one size"
              .formatted(
                  files, Arrays.toString(train.inputShape()), Arrays.toString(test.inputShape())));
    }
    return new DigitSource(train, test, provenance(files));
  }

  /**
   * True if the folder (or its folder {@code mnist}) has all six files, those of the writers too.
   */
  public static boolean isComplete(Path folder) {
    Path files = folderOfFiles(folder);
    return parts().flatMap(Part::files).allMatch(name -> find(files, name).isPresent());
  }

  private static Stream<Part> parts() {
    return Stream.of(TRAIN, TEST);
  }

  private static Path folderOfFiles(Path folder) {
    boolean here = parts().flatMap(Part::files).anyMatch(name -> find(folder, name).isPresent());
    Path inside = folder.resolve("mnist");
    return !here && Files.isDirectory(inside) ? inside : folder;
  }

  private static void requireFiles(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new BadInput(
          folder
              + ": no such folder; give the one that holds the MNIST files, or fetch them with './twinprop data get mnist'");
    }
    List<String> missing =
        parts()
            .flatMap(part -> Stream.of(part.images, part.labels))
            .filter(name -> find(folder, name).isEmpty())
            .toList();
    if (!missing.isEmpty()) {
      throw new BadInput(
          "%s: missing %s (each with or without .gz, here or in a folder mnist); fetch them with './twinprop data get mnist'"
              .formatted(folder, String.join(", ", missing)));
    }
  }

  private static DigitExamples load(Path folder, Part part) {
    Optional<Path> writers = find(folder, part.writers);
    IdxRecordReader reader = new IdxRecordReader();
    reader.initialize(
        IdxRecordReader.split(
            find(folder, part.images).orElseThrow(),
            find(folder, part.labels).orElseThrow(),
            writers));
    String authors =
        writers.isPresent()
            ? "QMNIST writers"
            : "unknown writers: no %s.gz in %s".formatted(part.writers, folder);
    return DigitExamples.from(
        String.format(
            Locale.ROOT,
            "MNIST %s digits with %s (%,d)",
            part.name,
            authors,
            reader.digits().size()),
        reader);
  }

  private static Optional<Path> find(Path folder, String name) {
    return Stream.of(name + ".gz", name).map(folder::resolve).filter(Files::exists).findFirst();
  }

  private static List<SourceFile> provenance(Path folder) {
    List<SourceFile> files = new ArrayList<>();
    parts()
        .flatMap(Part::files)
        .forEach(name -> find(folder, name).map(SourceFile::of).ifPresent(files::add));
    return files;
  }
}
