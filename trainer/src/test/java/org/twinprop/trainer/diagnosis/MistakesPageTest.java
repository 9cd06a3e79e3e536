package org.twinprop.trainer.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code docs/mistakes.md} has a section for each mistake, and says how to mend it as verify does.
 */
class MistakesPageTest {
  private static final Set<String> NO_MISTAKES = Set.of("rounding-only", "kink");
  private static final Map<String, String> SECTIONS = new LinkedHashMap<>();

  @BeforeAll
  static void read() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(root.resolve("layers"))) {
      root = root.getParent();
    }
    String page = Files.readString(root.resolve("docs/mistakes.md"));
    for (String section : page.split("(?m)^### ")) {
      String[] parts = section.split("\n", 2);
      SECTIONS.put(parts[0].strip().replace("`", ""), parts[1].replaceAll("\\s+", " "));
    }
  }

  @Test
  void thereIsASectionForEachMistakeAndNoOther() {
    Set<String> codes = new TreeSet<>(NO_MISTAKES);
    Arrays.stream(Code.values()).map(Code::text).forEach(codes::add);
    Set<String> sections = new TreeSet<>(SECTIONS.keySet());
    sections.removeIf(name -> name.startsWith("# "));
    assertEquals(codes, sections);
  }

  @ParameterizedTest
  @EnumSource(Code.class)
  void itSaysHowToMendIt(Code code) {
    String section = SECTIONS.get(code.text());
    assertTrue(section.contains("To mend it: " + code.fix() + "."), section);
  }
}
