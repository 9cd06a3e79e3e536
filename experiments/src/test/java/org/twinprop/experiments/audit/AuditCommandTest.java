package org.twinprop.experiments.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinprop.experiments.Captured;

class AuditCommandTest {
  private static final String NASTY = "a, \"b\" <script>alert(1)</script>\nx & 数";

  @TempDir Path scratch;

  private Path write(String text) throws IOException {
    return Files.writeString(scratch.resolve("predictions.csv"), text);
  }

  private Captured audit(Path file, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("audit", file.toString(), "--label", "y", "--prediction", "yhat"));
    arguments.addAll(List.of(more));
    if (!arguments.contains("--out")) {
      arguments.addAll(List.of("--out", scratch.resolve("out").toString()));
    }
    return Captured.of(arguments.toArray(String[]::new));
  }

  /** A: 10 of 100 wrong; B: 40 of 100 wrong, all of them missed. */
  private Path twoGroups() throws IOException {
    StringBuilder rows = new StringBuilder("y,yhat,s,g,h\n");
    for (int i = 0; i < 100; i++) {
      rows.append("%d,%d,0.9,A,%s\n".formatted(i % 2, i < 10 ? 1 - i % 2 : i % 2, i % 3));
      rows.append("1,%d,0.9,B,%s\n".formatted(i < 40 ? 0 : 1, i % 3));
    }
    return write(rows.toString());
  }

  private List<NamedCsvRecord> groups() throws IOException {
    try (Stream<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(scratch.resolve("out/groups.csv")).stream()) {
      return rows.toList();
    }
  }

  @Test
  void everyGroupHasItsRowWithEveryMetric() throws IOException {
    audit(twoGroups(), "--group", "g,h", "--intersect", "--score", "s").succeeded();
    List<NamedCsvRecord> rows = groups();
    assertEquals(1 + 2 + 3 + 6, rows.size());
    NamedCsvRecord b =
        rows.stream().filter(row -> row.getField("group").equals("B")).findFirst().orElseThrow();
    assertEquals("0.4", b.getField("error_rate"));
    assertEquals("0.6", b.getField("tpr"));
    assertEquals("", b.getField("fpr"), "nobody in B is negative");
    assertFalse(b.getField("brier_low").isEmpty());
  }

  @Test
  void theConsoleNamesWhoIsFailedMoreOften() throws IOException {
    String out = audit(twoGroups(), "--group", "g").succeeded().out().replaceAll("\\s+", " ");
    assertTrue(out.contains("wrong more often about “B” (40.00%) than about “A” (10.00%)"), out);
    assertTrue(out.contains("none"), "a rate of nobody is none: " + out);
  }

  @Test
  void jsonHasTheKeysOfGroupMetrics() throws IOException {
    Captured result = audit(twoGroups(), "--group", "g", "--json", "-").succeeded();
    JsonNode audit = new ObjectMapper().readTree(result.out()).get("audit");
    JsonNode column = audit.get("columns").get(0);
    assertEquals("A", column.get("reference").asText());
    assertEquals("B", column.get("worst").asText());
    JsonNode ofB = column.get("groups").get(1).get("metrics");
    for (String key :
        List.of(
            "accuracy", "error_rate", "selection_rate", "tpr", "fpr", "tnr", "fnr", "precision")) {
      assertTrue(ofB.has(key), key);
      assertTrue(ofB.get(key).has("low") && ofB.get(key).has("high"), key);
    }
    assertTrue(ofB.get("fpr").get("value").isNull());
    assertTrue(column.get("tests").get(0).get("found").asBoolean());
  }

  @Test
  void sameSeedSameBytes() throws IOException {
    Path file = twoGroups();
    audit(file, "--group", "g", "--out", scratch.resolve("one").toString()).succeeded();
    audit(file, "--group", "g", "--out", scratch.resolve("two").toString()).succeeded();
    assertEquals(
        Files.readString(scratch.resolve("one/groups.csv")),
        Files.readString(scratch.resolve("two/groups.csv")));
  }

  @Test
  void hostileNamesReachThePageAsText() throws IOException {
    String quoted = "\"" + NASTY.replace("\"", "\"\"") + "\"";
    StringBuilder rows = new StringBuilder("\uFEFFy,yhat,g\r\n");
    for (int i = 0; i < 30; i++) {
      rows.append(i % 2).append(",1,").append(i % 3 == 0 ? quoted : "B").append("\r\n");
    }
    audit(write(rows.toString()), "--group", "g").succeeded();
    assertTrue(groups().stream().anyMatch(row -> row.getField("group").equals(NASTY)));
    Document page = Jsoup.parse(Files.readString(scratch.resolve("out/report.html")));
    assertEquals(2, page.select("script").size(), "the page's own scripts alone");
    assertTrue(page.text().contains("<script>alert(1)</script>"));
  }

  @Test
  void aNameCannotTurnTheTextAroundIt() throws IOException {
    audit(write("y,yhat,g\n1,1,\u202Elive\n0,1,b\n1,0,b\n"), "--group", "g").succeeded();
    assertTrue(groups().stream().anyMatch(row -> row.getField("group").equals("\uFFFDlive")));
    String page = Files.readString(scratch.resolve("out/report.html"));
    assertTrue(page.indexOf('\u202E') < 0);
  }

  @Test
  void latin1IsReadAndSaidSo() throws IOException {
    Path file = scratch.resolve("latin.csv");
    Files.write(file, "y,yhat,g\n1,1,café\n0,1,b\n".getBytes(StandardCharsets.ISO_8859_1));
    String out = audit(file, "--group", "g").succeeded().out();
    assertTrue(out.contains("café") && out.contains("Latin-1"), out);
  }

  @Test
  void aMissingGroupIsAGroupNamedSo() throws IOException {
    audit(write("y,yhat,g\n1,1,a\n0,1,\n1,0,\n"), "--group", "g").succeeded();
    NamedCsvRecord missing =
        groups().stream()
            .filter(row -> row.getField("group").equals("(missing)"))
            .findFirst()
            .orElseThrow();
    assertEquals("2", missing.getField("n"));
  }

  @Test
  void everySpellingOfAMissingGroupIsTheSameGroup() throws IOException {
    audit(
            write("y,yhat,g,h\n1,1,a,u\n0,1,,u\n1,0,\" \",u\n1,1,(missing),v\n"),
            "--group",
            "g,h",
            "--intersect")
        .succeeded();
    assertEquals(
        4,
        groups().stream()
            .filter(row -> row.getField("column").equals("g"))
            .mapToInt(row -> Integer.parseInt(row.getField("n")))
            .sum());
    assertEquals(
        List.of("3"),
        groups().stream()
            .filter(row -> row.getField("column").equals("g"))
            .filter(row -> row.getField("group").equals("(missing)"))
            .map(row -> row.getField("n"))
            .toList());
  }

  @Test
  void numbersAreAuditedAsNumbers() throws IOException {
    StringBuilder rows = new StringBuilder("y,yhat,g\n");
    for (int i = 0; i < 60; i++) {
      rows.append(i)
          .append(',')
          .append(i + (i % 2 == 0 ? 1 : 3))
          .append(i % 2 == 0 ? ",a\n" : ",b\n");
    }
    audit(write(rows.toString()), "--group", "g", "--regression").succeeded();
    List<NamedCsvRecord> all = groups();
    assertEquals("2.0", all.get(0).getField("mae"));
    assertEquals("3.0", all.get(2).getField("bias"));
  }

  @Test
  void predictionsThatAreTooHighForSomeAreSaidSo() throws IOException {
    StringBuilder rows = new StringBuilder("y,yhat,g\n");
    for (int i = 0; i < 60; i++) {
      double off = (i % 2 == 0 ? 2 : -2) + i % 5 * 0.1;
      rows.append(i).append(',').append(i + off).append(i % 2 == 0 ? ",a\n" : ",b\n");
    }
    String out =
        audit(write(rows.toString()), "--group", "g", "--regression")
            .succeeded()
            .out()
            .replaceAll("\\s+", " ");
    assertTrue(
        out.contains(
            "By g, predictions for “a” are too high by 2.200 on average, for “b” too low by 1.800:"
                + " 4.000 apart (likely between 3.9"),
        out);
    String page = Jsoup.parse(Files.readString(scratch.resolve("out/report.html"))).text();
    assertTrue(page.contains("In bias: too high or too low 1 of 1"), page);
  }

  @Test
  void wherePredictionsAreAllRightOrAllWrongThatIsSaid() throws IOException {
    StringBuilder right = new StringBuilder("y,yhat,g\n");
    StringBuilder wrong = new StringBuilder("y,yhat,g\n");
    for (int i = 0; i < 40; i++) {
      right.append("%d,%d,%s\n".formatted(i % 2, i % 2, i < 20 ? "a" : "b"));
      wrong.append("%d,%d,%s\n".formatted(i % 2, 1 - i % 2, i < 20 ? "a" : "b"));
    }
    String out = audit(write(right.toString()), "--group", "g").succeeded().out();
    assertTrue(out.contains("By g, no group had a mistake."), out);
    String other = scratch.resolve("other").toString();
    out = audit(write(wrong.toString()), "--group", "g", "--out", other).succeeded().out();
    assertTrue(out.contains("By g, all were wrong, in every group."), out);
    assertTrue(out.contains("nothing to compare        none"), out);
  }

  /** The largest gap is that of the few; what is shown is that of the many. */
  @Test
  void thePairThatIsNamedIsOneThatTheTestsShow() throws IOException {
    StringBuilder rows = new StringBuilder("y,yhat,g\n");
    for (int i = 0; i < 800; i++) {
      boolean inA = i % 2 == 0;
      rows.append("x,%s,%s\n".formatted(i % 10 < (inA ? 1 : 4) ? "z" : "x", inA ? "A" : "B"));
    }
    for (int i = 0; i < 10; i++) {
      rows.append("x,%s,\n".formatted(i < 5 ? "z" : "x"));
    }
    String out = audit(write(rows.toString()), "--group", "g").succeeded().out();
    String text = out.replaceAll("\\s+", " ");
    assertTrue(text.contains("wrong more often about “B” (40.00%) than about “A” (20.00%)"), text);
    assertTrue(text.contains("20.00 percentage points more (likely between 13."), text);
  }

  @Test
  void singleLettersLargeAndSmallAreClassesOfTheirOwn() throws IOException {
    String out = audit(write("y,yhat,g\na,a,u\nA,A,u\nb,A,v\n"), "--group", "g").succeeded().out();
    assertTrue(out.contains("3 classes"), out);
  }

  @Test
  void groupsThatAreTheLabelsAreSaidToBe() throws IOException {
    String out = audit(write("y,yhat,g\n1,1,a\n0,1,b\n"), "--group", "y").succeeded().out();
    assertTrue(out.replaceAll("\\s+", " ").contains("“y” is the column of what is true"), out);
  }

  @Test
  void severalClassesHaveRatesOfEach() throws IOException {
    StringBuilder rows = new StringBuilder("y,yhat,g\n");
    for (int i = 0; i < 90; i++) {
      rows.append(i % 3)
          .append(',')
          .append(i % 10 == 0 ? 0 : i % 3)
          .append(i < 45 ? ",a\n" : ",b\n");
    }
    String out = audit(write(rows.toString()), "--group", "g").succeeded().out();
    assertTrue(out.contains("3 classes"), out);
    assertEquals(1 + 3 * 3, Files.readAllLines(scratch.resolve("out/classes.csv")).size());
  }
}
