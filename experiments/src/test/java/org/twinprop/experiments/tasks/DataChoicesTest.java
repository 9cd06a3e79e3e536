package org.twinprop.experiments.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DataChoicesTest {
  @Test
  void aTableThatIsThereIsNamedSoThatItIsFoundFromAnyFolder() {
    assertEquals(Path.of("pom.xml").toAbsolutePath().toString(), csv("./pom.xml"));
  }

  @Test
  void oneThatIsLookedForInFoldersOfDataIsNamedAsItWas() {
    assertEquals("listings.csv", csv("listings.csv"));
  }

  private static Object csv(String file) {
    return new DataChoices(
            Optional.of(Path.of(file)),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty())
        .toMap()
        .get("csv");
  }
}
