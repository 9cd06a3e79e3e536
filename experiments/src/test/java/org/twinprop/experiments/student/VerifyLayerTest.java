package org.twinprop.experiments.student;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinprop.experiments.Captured;

/** Real sources, compiled and run in a real process of their own. */
class VerifyLayerTest {
  @TempDir Path folder;

  private static Captured verify(Path file, String... more) {
    String[] all = new String[more.length + 2];
    all[0] = "verify";
    all[1] = file.toString();
    System.arraycopy(more, 0, all, 2, more.length);
    return Captured.of(all);
  }

  private static Captured besideOurs(Path file) {
    return verify(file, "--like", "dense(4)", "--input", "3x5");
  }

  @Test
  void rightLayerPassesEveryWitness() throws IOException {
    Path json = folder.resolve("result.json");
    Path source = StudentSource.right(folder);
    verify(source, "--like", "dense(4)", "--input", "3x5", "--json", json.toString()).succeeded();
    JsonNode result = new ObjectMapper().readTree(json.toFile());
    assertTrue(result.get("ok").asBoolean());
    assertEquals("MyDense", result.get("class").asText());
    assertEquals("[3,5]", result.get("batch").toString());
    assertEquals(4, result.get("tensors").size());
    JsonNode weights = result.get("tensors").get(1);
    assertEquals("dW1", weights.get("name").asText());
    assertEquals("[5,4]", weights.get("shape").toString());
    for (String witness : new String[] {"numeric", "handwritten", "dl4j"}) {
      double error = weights.get("max_relative_error").get(witness).asDouble(1);
      assertTrue(error < 1e-7, witness + " " + error);
    }
  }

  @Test
  void wrongGradientIsNamedWithItsWorstEntry() {
    Path source = StudentSource.with(folder, "dy.sum(0)", "dy.mean(0)");
    Captured captured = besideOurs(source);
    assertEquals(1, captured.exitCode(), captured.err());
    assertTrue(captured.out().contains("Wrong: db1."), captured.out());
    assertTrue(captured.out().contains("bias-averaged  in dense(4); explains db1"), captured.out());
    assertTrue(captured.out().matches("(?s).*dW1 .* right\\R.*db1 .* WRONG\\R.*"), captured.out());
  }

  @Test
  void layerHasNoNetworkWhereThePlatformAllowsThat() throws IOException {
    assumeFalse(NetworkBan.prefix().isEmpty(), "skipped: no network namespaces on this machine");
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String connect =
          "try (var s = new java.net.Socket(\"127.0.0.1\", %d)) {} catch (java.io.IOException e) {"
                  .formatted(server.getLocalPort())
              + " throw new IllegalStateException(\"no way out\"); } cache.keep(\"x\", x);";
      Captured captured = besideOurs(StudentSource.with(folder, "cache.keep(\"x\", x);", connect));
      assertTrue(captured.out().contains("no way out"), captured.out());
    }
  }

  @Test
  void withoutOursTheLayerIsHeldAgainstItself() {
    Path source = StudentSource.with(folder, "MyDense(int out) {", "MyDense() {\n    int out = 4;");
    Captured captured = verify(source, "--input", "3x5").succeeded();
    assertTrue(captured.out().contains("differences of the layer's own output"), captured.out());
  }

  @Test
  void gradientsThatAreAddedOrLeftOutAreTold() {
    Path source =
        StudentSource.with(
            folder,
            "    cache.gradient(\"W\").assign(x.transpose().mmul(dy));\n    cache.gradient(\"b\").assign(dy.sum(0));",
            "    cache.gradient(\"W\").addi(x.transpose().mmul(dy));");
    Captured captured = besideOurs(source);
    assertEquals(1, captured.exitCode(), captured.err());
    assertTrue(captured.out().contains("accumulates  dW1"), captured.out());
    assertTrue(captured.out().contains("missing  db1"), captured.out());
  }

  /** What the students' code can do to end early, and the line that is theirs. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          throw new IllegalStateException("I am stuck"); | IllegalStateException: I am stuck
          while (x != null) { x = cache.kept("x"); }     | not done after 1 s
          System.exit(0);                                | called System.exit
          backward(dy, cache);                           | StackOverflowError
          long[][] all = new long[99999][999999];        | OutOfMemoryError
          """)
  void whateverEndsItIsTheirsWithTheirLine(String line, String message) {
    String guarded = "if (dy.length() > 0) { " + line + " }";
    Path source =
        StudentSource.with(
            folder, "INDArray x = cache.kept(\"x\");", "INDArray x = cache.kept(\"x\");" + guarded);
    Captured captured = verify(source, "--like", "dense(4)", "--input", "3x5", "--time-limit", "1");
    assertEquals(1, captured.exitCode(), captured.err());
    assertTrue(captured.out().contains("Stopped in backward"), captured.out());
    assertTrue(captured.out().contains(message), captured.out());
    assertTrue(captured.out().contains("at MyDense.java:27 (MyDense.backward)"), captured.out());
    assertTrue(captured.out().contains(line), captured.out());
  }

  @Test
  void shapesThatAreNotAsOursAreTold() {
    Path source =
        StudentSource.with(
            folder, "weight(\"W\", in, out, in, out)", "weight(\"W\", in, out, out, in)");
    Captured captured = besideOurs(source);
    assertEquals(1, captured.exitCode(), captured.err());
    String words = captured.out().replaceAll("\\s+", " ");
    assertTrue(words.contains("W of 4x5, but in dense(4) it is 5x4: looks transposed"), words);
    assertTrue(words.contains("MyDense.java:23"), words);
  }

  @Test
  void compilerErrorsAreShownAsJavacShowsThem() {
    Path source = StudentSource.with(folder, "dy.sum(0)", "dy.summ(0)");
    Captured captured = besideOurs(source);
    assertEquals(2, captured.exitCode());
    assertEquals("", captured.out());
    String[] lines = captured.err().split("\\R");
    assertEquals("twinprop: " + source + " does not compile:", lines[0]);
    assertEquals("MyDense.java:29:34: error: cannot find symbol", lines[1]);
    assertEquals("    cache.gradient(\"b\").assign(dy.summ(0));", lines[2]);
    assertEquals(lines[2].indexOf(".summ"), lines[3].indexOf('^'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MyDense(int out) {  | MyDense(String a, String b) { int out = 4; | no constructor of MyDense fits: tried MyDense(4), MyDense(); there is MyDense(String, String)
          implements Layer    | implements Runnable, Layer { public void run() {} } class Other | no class implements org.twinprop.layers.Layer
          """)
  void classThatCannotBeMadeIsRefused(String piece, String replacement, String message) {
    Path source = StudentSource.with(folder, piece, replacement);
    Captured captured = besideOurs(source);
    assertEquals(2, captured.exitCode(), captured.out());
    assertFalse(captured.err().isEmpty());
    assertTrue(
        captured.err().contains(message) || captured.err().contains("error:"), captured.err());
  }

  @Test
  void layerInAJarIsFoundByItsName() throws IOException {
    Path source =
        StudentSource.with(
            folder, "import java.util.List;", "package org.student;\nimport java.util.List;");
    Path jar = folder.resolve("my.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (var compiled : SourceCompiler.compile(source).entrySet()) {
        out.putNextEntry(new JarEntry(compiled.getKey().replace('.', '/') + ".class"));
        out.write(compiled.getValue());
      }
    }
    String[] more = {"--class", "org.student.MyDense", "--like", "dense(4)", "--input", "3x5"};
    assertTrue(verify(jar, more).succeeded().out().contains("class org.student.MyDense"));
  }

  @Test
  void templateRunsAsPrintedAndIsRightOnceFilled() throws IOException {
    String template = Captured.of("verify", "--template", "java", "--like", "dense(4)").out();
    Path source = Files.writeString(folder.resolve("MyDense.java"), template);
    Captured printed = besideOurs(source);
    assertEquals(1, printed.exitCode(), printed.err());
    for (String missing : new String[] {"dW1", "db1", "dx"}) {
      assertTrue(printed.out().contains("missing  " + missing), printed.out());
    }
    String filled =
        template.replace(
            "    return null;",
            """
                cache.gradient("W").assign(x.transpose().mmul(dy));
                cache.gradient("b").assign(dy.sum(0));
                return dy.mmul(cache.parameter("W").transpose());
            """);
    Files.writeString(source, filled);
    besideOurs(source).succeeded();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --like dense(4) --input 5        | --input 5: needs the number of examples and the shape of one
          --like dense(4) --input 8x1x5x5  | --input 8x1x5x5: dense(4) got input 1x5x5
          --like dens(4) --input 8x5       | there is no layer 'dens' (did you mean dense?)
          --like dense(4),tanh             | --like
          --input 8by5                     | '8by5' is not a shape
          --time-limit 0                   | '0' is not a number above 0
          --net mse                        | for a layer in Java say --like
          """)
  void badSettingsGetOneLine(String settings, String message) {
    Path source = StudentSource.right(folder);
    Captured captured = verify(source, settings.split(" "));
    assertTrue(captured.errorLine(2).contains(message), captured.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing.java", "missing.jar"})
  void missingFileIsNamed(String name) {
    String line = verify(folder.resolve(name), "--input", "3x5").errorLine(2);
    assertTrue(line.contains(name + ": there is no such file"), line);
  }
}
