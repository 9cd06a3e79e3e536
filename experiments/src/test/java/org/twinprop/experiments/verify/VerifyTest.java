package org.twinprop.experiments.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.twinprop.experiments.Captured;
import org.twinprop.experiments.command.ExitCode;

class VerifyTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private Captured verify(Path file, String... more) {
    String[] all = new String[4 + more.length];
    all[0] = "verify";
    all[1] = file.toString();
    all[2] = "--net";
    all[3] = SubmissionFile.NETWORK;
    System.arraycopy(more, 0, all, 4, more.length);
    return Captured.of(all);
  }

  private Path right(String name) {
    return new SubmissionFile().write(folder.resolve(name));
  }

  private Path wrong(String name) {
    return new SubmissionFile().times("db2", -1).write(folder.resolve(name));
  }

  @Test
  void rightGradientsAreCalledRight() {
    Captured captured = verify(right("ana.npz")).succeeded();
    assertTrue(
        captured.out().contains("Right: 4 gradients agree with every witness."), captured.out());
    assertFalse(captured.out().contains("WRONG"), captured.out());
    assertFalse(captured.out().contains("\u001b"), "colour outside a terminal");
    assertEquals("", captured.err());
  }

  @Test
  void aWrongGradientIsShownWithItsWorstEntryAndAllWitnesses() {
    Captured captured = verify(wrong("ana.npz"));
    assertEquals(ExitCode.FAILED, captured.exitCode());
    String row = captured.out().lines().filter(l -> l.startsWith("db2")).findFirst().orElseThrow();
    assertTrue(row.matches("db2 +3 +\\[\\d] .*e\\+00 +\\S+e\\+00 +\\S+e\\+00  WRONG"), row);
    assertTrue(captured.out().contains("1 of 4 gradients is wrong."), captured.out());
    assertTrue(captured.out().contains("sign  in layer 3, dense(3); explains db2"), captured.out());
  }

  @Test
  void theNetworkCanStandInAFileBeside() throws IOException {
    Path file = right("ana.npz");
    Files.writeString(
        folder.resolve("ana.net"), "# mine\ndense(4) tanh\ndense(3) | softmax-xent l2=0.1\n");
    Captured.of("verify", file.toString()).succeeded();
  }

  @Test
  void float32IsNoMistake() {
    SubmissionFile file = new SubmissionFile();
    List.of("dW1", "db1", "dW2", "db2")
        .forEach(name -> file.with(name, file.get(name).castTo(DataType.FLOAT)));
    Captured captured = verify(file.write(folder.resolve("ana.npz"))).succeeded();
    assertTrue(captured.out().contains("right (float32)"), captured.out());
  }

  @Test
  void sizesOfOneDoNotMatter() {
    SubmissionFile file = new SubmissionFile();
    file.with("b1", file.get("b1").reshape(1, 4)).with("db1", file.get("db1").reshape(1, 4));
    file.with("y", file.get("y").reshape(5, 1));
    verify(file.write(folder.resolve("ana.npz"))).succeeded();
  }

  @Test
  void missingGradientsAreLeftOutOnlyIfThatIsMeant() {
    Path file = new SubmissionFile().without("dW1", "db1").write(folder.resolve("ana.npz"));
    assertEquals(ExitCode.BAD_INPUT, verify(file).exitCode());
    Captured captured = verify(file, "--partial").succeeded();
    assertTrue(captured.out().contains("2 gradients agree"), captured.out());
  }

  @Test
  void jsonHoldsEveryTensorWithItsErrors() throws IOException {
    Captured captured = verify(wrong("ana.npz"), "--json", "-");
    JsonNode result = JSON.readTree(captured.out());
    assertFalse(result.get("ok").asBoolean());
    assertEquals(4, result.get("tensors").size());
    JsonNode tensor = result.get("tensors").get(3);
    assertEquals("db2", tensor.get("name").asText());
    assertEquals("[3]", tensor.get("shape").toString());
    assertFalse(tensor.get("ok").asBoolean());
    for (String witness : List.of("numeric", "handwritten", "dl4j")) {
      assertTrue(tensor.get("max_relative_error").get(witness).asDouble() > 1, tensor.toString());
    }
    JsonNode mistake = tensor.get("diagnosis").get(0);
    assertEquals("sign", mistake.get("code").asText());
    assertEquals(1, mistake.get("fit").asDouble(), 1e-9);
    assertEquals("[\"db2\"]", mistake.get("explains").toString());
    assertTrue(
        mistake.get("text").asText().startsWith("sign (layer 3, dense(3)): "), mistake::toString);
    assertTrue(result.get("tensors").get(0).get("ok").asBoolean());
    assertTrue(captured.err().contains("WRONG"), "the table goes to standard error");
  }

  @Test
  void inAClassOneBrokenFileDoesNotStopTheRest() throws IOException {
    right("a.npz");
    Files.writeString(folder.resolve("b.npz"), "no archive");
    wrong("c.npz");
    Path csv = folder.resolve("class.csv");
    Captured captured = verify(folder, "--json", "-", "--csv", csv.toString());
    assertEquals(ExitCode.FAILED, captured.exitCode());
    JsonNode all = JSON.readTree(captured.out());
    assertEquals(3, all.size());
    assertTrue(all.get(0).get("ok").asBoolean());
    assertTrue(all.get(1).get("error").asText().contains("b.npz"));
    assertFalse(all.get(2).get("ok").asBoolean());
    List<String> lines = captured.err().lines().toList();
    assertEquals("1/3  a.npz  right", lines.get(0));
    assertTrue(lines.get(1).startsWith("2/3  b.npz  not checked  "), lines.get(1));
    assertTrue(lines.get(2).startsWith("3/3  c.npz  wrong  "), lines.get(2));
    assertEquals(4, Files.readAllLines(csv).size());
  }

  @Test
  void aClassThatIsAllRightSucceeds() {
    Path first = right("a.npz");
    Path second = right("b.npz");
    Captured captured = verify(first, second.toString()).succeeded();
    assertTrue(captured.out().contains("2/2  "), captured.out());
  }

  @Test
  void aClassOfWhichNothingCanBeReadIsBadInput() throws IOException {
    Files.writeString(folder.resolve("a.npz"), "no archive");
    assertEquals(ExitCode.BAD_INPUT, verify(folder).exitCode());
  }

  @Test
  void aNameThatSpreadsheetsWouldRunIsMadeInert() throws IOException {
    right("=cmd().npz");
    Path csv = folder.resolve("class.csv");
    verify(folder, "--csv", csv.toString()).succeeded();
    assertTrue(Files.readAllLines(csv).get(1).startsWith("'=cmd().npz,right,4,0,"));
  }

  @Test
  void thePageShowsEveryGradientThreeTimesWithWordsForEach() throws IOException {
    Path page = folder.resolve("page.html");
    verify(wrong("<b>ana.npz"), "--html", page.toString());
    Document document = Jsoup.parse(Files.readString(page));
    assertEquals("<b>ana.npz", document.select("h1").text().replaceFirst(".*/", ""));
    assertEquals(12, document.select(".maps img[alt]").size());
    for (Element image : document.select(".maps img")) {
      assertTrue(image.attr("alt").matches("d\\w+, .*numbers from .* to .*"), image.attr("alt"));
      assertTrue(image.attr("src").startsWith("data:image/png;base64,"));
    }
    assertEquals(1, document.select("details[open]").size(), "only what is wrong is open");
    assertEquals(0, document.select("script, link[href^=http], img[src^=http]").size());
  }

  @Test
  void gradientsThatAreZeroEverywhereAreNotWrittenAndNoFactorOfZero() throws IOException {
    SubmissionFile file = new SubmissionFile();
    List.of("dW1", "db1", "dW2", "db2").forEach(name -> file.times(name, 0));
    file.write(folder.resolve("a.npz"));
    wrong("b.npz");
    Captured captured = verify(folder, "--json", "-");
    assertEquals(ExitCode.FAILED, captured.exitCode());
    JsonNode first = JSON.readTree(captured.out()).get(0);
    assertEquals(0, first.get("diagnosis").size(), first::toString);
    assertEquals("[]", first.get("unexplained").toString());
    assertEquals("not_written", first.get("tensors").get(0).get("verdict").asText());
    assertTrue(captured.err().contains("1/2  a.npz  not written  dW1, db1, dW2 and db2"));
    assertTrue(
        captured.err().matches("(?s).*\nnot written +1 +50\\.0+% +a\\.npz.*"), captured.err());
  }

  @Test
  void aGradientOfZerosBesideAMistakeIsSetApart() {
    SubmissionFile file = new SubmissionFile().times("dW1", 0).times("db2", -1);
    Captured captured = verify(file.write(folder.resolve("ana.npz")));
    String out = captured.out();
    assertTrue(out.contains("1 of 4 gradients is wrong."), out);
    assertTrue(out.contains("sign  in layer 3, dense(3); explains db2"), out);
    assertTrue(out.contains("dW1 is zero everywhere: not written yet, or nothing arrives"), out);
    assertFalse(out.contains("factor"), out);
  }

  @Test
  void theVerdictStandsSecondOnThePageWhereANarrowScreenShowsIt() throws IOException {
    Path page = folder.resolve("page.html");
    verify(wrong("ana.npz"), "--html", page.toString());
    Document document = Jsoup.parse(Files.readString(page));
    assertEquals("verdict", document.select("#table thead th").get(1).text());
    assertEquals("✗ WRONG", document.select("#table tbody tr").last().child(1).text());
  }

  @Test
  void theShapeOfArraysIsNotAskedFor() {
    Captured captured = verify(right("ana.npz"), "--input", "5x3");
    assertTrue(captured.errorLine(ExitCode.BAD_INPUT).contains("--input is for templates"));
  }
}
