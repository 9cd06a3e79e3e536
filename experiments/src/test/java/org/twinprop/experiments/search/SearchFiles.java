package org.twinprop.experiments.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.twinprop.experiments.DigitFiles;
import org.twinprop.experiments.folder.TextFormats;

/** A small search on a few digits, and what it left. */
final class SearchFiles {
  private final Path folder;
  private final Path digits;

  SearchFiles(Path folder) {
    this.folder = folder;
    digits = DigitFiles.write(folder.resolve("digits"), 12, 4);
  }

  /** An experiment file with these lines beside those of data, seed and epochs. */
  Path file(String name, String... lines) throws IOException {
    List<String> all = new ArrayList<>();
    all.add("experiment: checks");
    all.add("data: '" + digits + "'");
    all.add("epochs: 2");
    all.addAll(List.of(lines));
    return Files.write(folder.resolve(name + ".yaml"), all);
  }

  /** One of small networks, learning rates and batches. */
  Path file(String name) throws IOException {
    return file(
        name,
        "network:",
        "  - flatten dense(10) | softmax-xent",
        "  - flatten dense(whole(4, 12)) relu dense(10) | softmax-xent",
        "learning_rate: log(1e-4, 1e-1)",
        "batch: [16, 32]",
        "l2: log(1e-6, 1e-2)",
        "candidates: 8",
        "generator: genetic",
        "objective: 0.5*error + 0.5*worst-group-error");
  }

  /** The results of all candidates, in order, without how long they took. */
  static List<JsonNode> results(Path search) throws IOException {
    List<JsonNode> results = new ArrayList<>();
    for (Path file : files(search)) {
      JsonNode result = TextFormats.JSON.readTree(file.toFile());
      ((ObjectNode) result).remove("seconds");
      results.add(result);
    }
    return results;
  }

  /** The files of candidates that are done, in order. */
  static List<Path> files(Path search) throws IOException {
    Path candidates = search.resolve("candidates");
    if (!Files.isDirectory(candidates)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(candidates)) {
      return folders
          .map(one -> one.resolve("result.json"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }
}
