package org.twinprop.layers.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.twinprop.layers.dense.Dense;

/** Nothing that has a KIND may be left out of the catalogue, for only what it lists is checked. */
class CatalogueTest {
  private static List<Object> kindsOfAllClasses()
      throws IOException, URISyntaxException, ReflectiveOperationException {
    Path classes =
        Path.of(Catalogue.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(classes)) {
      List<String> names =
          files
              .map(file -> classes.relativize(file).toString())
              .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
              .map(file -> file.replace(".class", "").replaceAll("[/\\\\]", "."))
              .toList();
      List<Object> kinds = new ArrayList<>();
      for (String name : names) {
        for (Field field : Class.forName(name).getDeclaredFields()) {
          if (field.getName().equals("KIND")) {
            kinds.add(field.get(null));
          }
        }
      }
      return kinds;
    }
  }

  @Test
  void everyKindIsListedOnce() throws Exception {
    List<Object> found = kindsOfAllClasses();
    assertTrue(found.contains(Dense.KIND), "found only " + found);
    Set<Object> listed =
        Stream.of(
                Catalogue.layers(),
                Catalogue.losses(),
                Catalogue.updaters(),
                Catalogue.initializers(),
                Catalogue.schedules())
            .flatMap(map -> map.values().stream())
            .collect(Collectors.toSet());
    assertEquals(Set.copyOf(found), listed);
  }
}
