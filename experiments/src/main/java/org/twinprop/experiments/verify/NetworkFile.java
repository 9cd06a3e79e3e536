package org.twinprop.experiments.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.folder.FileProblem;
import org.twinprop.layers.Architecture;
import org.twinprop.layers.text.NetworkText;

/** Which network a submission belongs to: one for all, or the text file beside it. */
final class NetworkFile {
  private static final int LONGEST = 10_000;
  private static final String EXAMPLE = "dense(32) tanh dense(3) | softmax-xent";

  private NetworkFile() {}

  /**
   * @param submission {@code ana.npz}
   * @param forAll what {@code --net} says
   * @return its architecture; without {@code --net} that of {@code ana.net}, whose lines are one
   *     text, those that begin with # left out
   * @throws BadInput if there is neither, or the text is none of a network
   */
  static Architecture of(Path submission, Optional<String> forAll) {
    if (forAll.isPresent()) {
      return parse("--net", forAll.get());
    }
    Path beside = beside(submission);
    if (!Files.isRegularFile(beside)) {
      throw new BadInput(
          "%s: what network is it? Say --net \"%s\", or write that line into %s"
              .formatted(submission, EXAMPLE, beside));
    }
    return parse(beside.toString(), read(beside));
  }

  private static Path beside(Path submission) {
    String name = submission.getFileName().toString();
    return submission.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".net");
  }

  private static String read(Path file) {
    try {
      if (Files.size(file) > LONGEST) {
        throw new BadInput(file + ": is too long for the line of a network");
      }
      return Files.readAllLines(file).stream()
          .filter(line -> !line.startsWith("#"))
          .collect(Collectors.joining(" "))
          .strip();
    } catch (IOException e) {
      throw new BadInput(
          file + ": cannot be read (" + FileProblem.reason(e) + "); save it as UTF-8 text", e);
    }
  }

  private static Architecture parse(String source, String text) {
    try {
      return NetworkText.parse(text);
    } catch (IllegalArgumentException e) {
      throw new BadInput(source + ": " + e.getMessage(), e);
    }
  }
}
