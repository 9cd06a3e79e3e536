package org.twinprop.experiments.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinprop.data.CacheFolder;
import org.twinprop.experiments.Captured;

class DataCommandTest {
  @TempDir Path folder;

  @Test
  void everyPlaceIsListedInTheOrderOfTheSearch() {
    List<String> lines = Captured.of("data").succeeded().out().lines().toList();
    assertTrue(lines.get(1).startsWith("--data DIR"), lines.toString());
    assertTrue(lines.get(2).startsWith("TWINPROP_DATA"), lines.toString());
    assertTrue(lines.get(3).contains(CacheFolder.path().toString()), lines.toString());
    assertTrue(lines.get(4).startsWith("embedded"), lines.toString());
  }

  @Test
  void theSameInJsonInAFile() throws IOException {
    Path file = folder.resolve("places.json");
    Captured data = Captured.of("data", "--json", file.toString()).succeeded();
    JsonNode places = new ObjectMapper().readTree(Files.readString(file)).get("places");
    assertEquals(4, places.size());
    assertEquals("embedded", places.get(3).get("source").asText());
    assertFalse(data.out().contains("{"), data.out());
  }
}
