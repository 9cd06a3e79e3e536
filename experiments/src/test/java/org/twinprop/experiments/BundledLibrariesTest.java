package org.twinprop.experiments;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinprop.data.BadInput;
import org.twinprop.layers.Network;
import org.twinprop.trainer.Fit;

/**
 * ND4J carries old copies of libraries with known faults, which cannot be replaced. They do no harm
 * as long as nothing of other people is read by them.
 */
class BundledLibrariesTest {
  /** One of each module; a class file names what it uses in its constants. */
  private static final List<Class<?>> MODULES =
      List.of(Network.class, BadInput.class, Fit.class, Twinprop.class);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org/nd4j/shade/",
        "restoreComputationGraph",
        "restoreMultiLayerNetwork",
        "fromJson",
        "fromYaml",
        "TFGraphMapper",
        "java/io/ObjectInputStream"
      })
  void nothingIsReadByThem(String name) throws IOException, URISyntaxException {
    List<String> found = new ArrayList<>();
    for (Class<?> module : MODULES) {
      Path place = Path.of(module.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(place)) {
        assertTrue(search(place, name, found) > 0, place + " has no classes");
      } else {
        try (FileSystem jar = FileSystems.newFileSystem(place)) {
          assertTrue(search(jar.getPath("/"), name, found) > 0, place + " has no classes");
        }
      }
    }
    assertEquals(List.of(), found, "classes that name " + name);
  }

  private static int search(Path root, String name, List<String> found) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      List<Path> classes = all.filter(one -> one.toString().endsWith(".class")).toList();
      for (Path one : classes) {
        if (Files.readString(one, ISO_8859_1).contains(name)) {
          found.add(one.toString());
        }
      }
      return classes.size();
    }
  }
}
