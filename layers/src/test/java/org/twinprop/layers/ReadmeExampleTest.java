package org.twinprop.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The layer that the README shows compiles and runs as it stands, and prints what it says. */
class ReadmeExampleTest {
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern PRINTED = Pattern.compile("```\n(dx of [^\n]*)\n```");

  @TempDir Path folder;

  @Test
  void theLayerOfOnesOwnIsRightAndSaysSo() throws IOException, InterruptedException {
    String readme = Files.readString(root().resolve("README.md"));
    Path source = Files.writeString(folder.resolve("Square.java"), found(JAVA, readme));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                source.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    assertTrue(output.strip().endsWith(found(PRINTED, readme)), output);
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertTrue(matcher.find(), "the README has no " + pattern);
    return matcher.group(1);
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("README.md"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
