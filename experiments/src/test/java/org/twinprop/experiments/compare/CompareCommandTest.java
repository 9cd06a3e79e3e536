package org.twinprop.experiments.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinprop.experiments.Captured;

class CompareCommandTest {
  @TempDir Path scratch;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(scratch.resolve(name), text);
  }

  private Captured compare(List<Path> files, String... more) {
    List<String> arguments = new ArrayList<>(List.of("compare"));
    files.forEach(file -> arguments.add(file.toString()));
    arguments.addAll(List.of("--label", "y", "--prediction", "p", "--group", "g"));
    arguments.addAll(List.of("--out", scratch.resolve("out").toString()));
    arguments.addAll(List.of(more));
    return Captured.of(arguments.toArray(String[]::new));
  }

  /** Of 100 a and 100 b, the first so many are predicted wrong. */
  private Path classes(String name, int wrongOfA, int wrongOfB) throws IOException {
    StringBuilder rows = new StringBuilder("y,p,g\n");
    for (int i = 0; i < 100; i++) {
      rows.append("1,").append(i < wrongOfA ? 0 : 1).append(",a\n");
      rows.append("0,").append(i < wrongOfB ? 1 : 0).append(",b\n");
    }
    return file(name, rows.toString());
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(scratch.resolve("out/compare.json").toFile());
  }

  @Test
  void whoGainedAndWhoLostIsNamed() throws IOException {
    compare(List.of(classes("one.csv", 40, 5), classes("two.csv", 10, 20))).succeeded();
    JsonNode groups = json().get("comparison").get("groups");
    JsonNode a = groups.get(0).get("changes").get(0);
    assertEquals(-0.3, a.get("difference").get("value").asDouble(), 1e-12);
    assertTrue(a.get("difference").get("high").asDouble() < 0);
    // 30 of 30 telling examples one way, 15 of 15 the other: the binomial distribution itself
    assertEquals(Math.pow(0.5, 29), a.get("significance").get("p_value").asDouble(), 1e-20);
    JsonNode b = groups.get(1).get("changes").get(0);
    assertEquals(Math.pow(0.5, 14), b.get("significance").get("p_value").asDouble(), 1e-16);
    String findings = json().get("findings").toString();
    assertTrue(findings.contains("7.50 percentage points less wrong (likely between "), findings);
    assertFalse(findings.contains("between -"), findings);
    assertTrue(findings.contains("these gained: “a”"), findings);
    assertTrue(findings.contains("these lost: “b”"), findings);
  }

  @Test
  void aWinnerThatIsWorseForSomeIsWarnedAbout() throws IOException {
    String out =
        compare(List.of(classes("one.csv", 40, 5), classes("two.csv", 10, 20))).succeeded().out();
    assertTrue(out.contains("worse for some"), out);
    String warning = json().get("warnings").get(0).asText();
    assertTrue(warning.contains("two.csv is least wrong overall, but for “b”"), warning);
    assertTrue(warning.contains("more than chance would explain"), warning);
    String page = Jsoup.parse(Files.readString(scratch.resolve("out/report.html"))).text();
    assertTrue(page.contains("Better overall, worse for some."), page);
  }

  @Test
  void threeCanBeCompared() throws IOException {
    compare(
            List.of(
                classes("one.csv", 40, 5), classes("two.csv", 10, 20), classes("three.csv", 1, 1)))
        .succeeded();
    assertEquals(2, json().get("comparison").get("best").asInt());
    assertEquals(
        3, json().get("comparison").get("overall").get("changes").size(), "every two of them");
    String findings = json().get("findings").toString();
    assertTrue(findings.contains("Least wrong overall is three.csv."), findings);
    assertTrue(findings.contains("three.csv is better than two.csv"), findings);
    // 28 examples tell two and three apart, all one way; Holm's correction of 3 tests leaves it
    // last
    JsonNode last = json().at("/comparison/overall/changes/2");
    assertEquals(1, last.get("from").asInt());
    assertEquals(2, last.get("to").asInt());
    assertEquals(2 * Math.pow(0.5, 27), last.get("adjusted_pvalue").asDouble(), 1e-15);
  }

  @Test
  void answersThatAreAllTheSameAreSaidSo() throws IOException {
    compare(List.of(classes("one.csv", 40, 5), classes("two.csv", 40, 5))).succeeded();
    String findings = json().get("findings").toString();
    assertTrue(findings.contains("two.csv gave the same answer as one.csv for all 200."), findings);
    JsonNode change = json().at("/comparison/overall/changes/0/difference");
    assertTrue(change.get("low").asDouble() < 0 && change.get("high").asDouble() > 0);
  }

  /** Ten writers of ten digits: two of them are read better by 2.csv, the others alike. */
  @Test
  void examplesOfOneUnitAreDrawnTogether() throws IOException {
    StringBuilder one = new StringBuilder("y,p,g,w\n");
    StringBuilder two = new StringBuilder("y,p,g,w\n");
    for (int i = 0; i < 100; i++) {
      String rest = ",a,writer " + i / 10 + "\n";
      one.append("1,").append(i % 2).append(rest);
      two.append("1,").append(i < 20 ? 1 : i % 2).append(rest);
    }
    List<Path> files = List.of(file("1.csv", one.toString()), file("2.csv", two.toString()));
    compare(files, "--unit", "w").succeeded();
    JsonNode change = json().at("/comparison/overall/changes/0");
    assertEquals(10, json().at("/comparison/overall/units").asInt());
    assertEquals(-0.1, change.at("/difference/value").asDouble(), 1e-12);
    // of 10 writers two differ, both the same way: of their 4 signs 2 are as far from 0
    assertEquals(0.5, change.at("/significance/p_value").asDouble(), 1e-12);
    String findings = json().get("findings").toString();
    assertTrue(findings.contains("rest on 10 ws, not on 100 examples"), findings);
    Files.move(scratch.resolve("out"), scratch.resolve("units"));
    compare(files).succeeded();
    JsonNode byExample = json().at("/comparison/overall/changes/0");
    assertEquals(2 * Math.pow(0.5, 10), byExample.at("/significance/p_value").asDouble(), 1e-12);
    double ofWriters =
        change.at("/difference/high").asDouble() - change.at("/difference/low").asDouble();
    double ofExamples =
        byExample.at("/difference/high").asDouble() - byExample.at("/difference/low").asDouble();
    assertTrue(ofWriters > 1.5 * ofExamples, ofWriters + " and " + ofExamples);
  }

  @Test
  void numbersOfOneUnitAreDrawnTogetherToo() throws IOException {
    StringBuilder one = new StringBuilder("y,p,g,w\n");
    StringBuilder two = new StringBuilder("y,p,g,w\n");
    for (int i = 0; i < 200; i++) {
      int w = i / 20;
      one.append(i).append(',').append(i + 3).append(",a,").append(w).append('\n');
      two.append(i).append(',').append(i + (w % 2 == 0 ? 1 : 4)).append(",a,").append(w);
      two.append('\n');
    }
    List<Path> files = List.of(file("1.csv", one.toString()), file("2.csv", two.toString()));
    compare(files, "--regression", "--unit", "w").succeeded();
    JsonNode change = json().at("/comparison/overall/changes/0");
    assertEquals(-0.5, change.at("/difference/value").asDouble(), 1e-12);
    assertTrue(change.at("/difference/high").asDouble() > 0, "ten buildings show nothing");
  }

  @Test
  void whatARunSaysBelongsTogetherIsDrawnTogetherAndIsNoGroup() throws IOException {
    for (String run : List.of("one", "two")) {
      Path folder = Files.createDirectory(scratch.resolve(run));
      StringBuilder rows =
          new StringBuilder("row,target,borough,building_id,handwritten_prediction\n");
      for (int i = 0; i < 60; i++) {
        rows.append(
            "%d,100,b,%d,%d\n".formatted(i, i / 6, 100 + i % 7 + (run.equals("one") ? i % 2 : 0)));
      }
      Files.writeString(folder.resolve("predictions.csv"), rows.toString());
      Files.writeString(folder.resolve("run.json"), "{\"unit\" : \"building_id\"}");
    }
    String out = scratch.resolve("out").toString();
    Captured.of(
            "compare",
            scratch.resolve("one").toString(),
            scratch.resolve("two").toString(),
            "--out",
            out)
        .succeeded();
    assertEquals("building_id", json().at("/comparison/unit").asText());
    assertEquals(10, json().at("/comparison/overall/units").asInt());
    assertEquals(1, json().at("/comparison/groups").size());
    assertTrue(json().get("findings").toString().contains("rest on 10 buildings"));
  }

  @Test
  void oneClassWrittenInTwoWaysIsRefused() throws IOException {
    Path one = file("1.csv", "y,p,g\n1,1,a\n0,0,a\n");
    Path two = file("2.csv", "y,p,g\n1,1.0,a\n0,0.0,a\n");
    String line = compare(List.of(one, two)).errorLine(2);
    assertTrue(line.contains("2.csv: columns 'y' and 'p' have both '1' and '1.0'"), line);
  }

  @Test
  void oneFileAloneIsNotCompared() throws IOException {
    String line = compare(List.of(classes("one.csv", 1, 1))).errorLine(2);
    assertTrue(line.contains("compare needs two or more runs or files"), line);
  }

  @Test
  void numbersAreComparedByAPairedBootstrap() throws IOException {
    StringBuilder one = new StringBuilder("y,p,g\n");
    StringBuilder two = new StringBuilder("y,p,g\n");
    for (int i = 0; i < 80; i++) {
      one.append(i).append(',').append(i + 2 + i % 5).append(",a\n");
      two.append(i).append(',').append(i + 1 + i % 5).append(",a\n");
    }
    compare(List.of(file("1.csv", one.toString()), file("2.csv", two.toString())), "--regression")
        .succeeded();
    JsonNode change = json().get("comparison").get("overall").get("changes").get(0);
    assertEquals(-1, change.get("difference").get("value").asDouble(), 1e-12);
    // each pair differs by exactly 1: so does every resample, which tells nothing of how sure it is
    assertTrue(change.get("difference").get("low").isNull());
    String out = Files.readString(scratch.resolve("out/report.html"));
    assertFalse(Jsoup.parse(out).text().contains("-1.000 to -1.000"), "no interval of no width");
  }

  @Test
  void residualsOfEveryPredictionAreShownByGroup() throws IOException {
    StringBuilder one = new StringBuilder("y,p,g\n");
    StringBuilder two = new StringBuilder("y,p,g\n");
    for (int i = 0; i <= 100; i++) {
      one.append("1000,").append(1000 + i).append(",a\n7,7,b\n");
      two.append("1000,").append(1000 - i).append(",a\n7,9,b\n");
    }
    compare(List.of(file("1.csv", one.toString()), file("2.csv", two.toString())), "--regression")
        .succeeded();
    JsonNode a = json().at("/comparison/groups/0/residuals");
    assertEquals(50, a.at("/0/median").asDouble());
    assertEquals(-75, a.at("/1/percentile25").asDouble());
    assertFalse(a.get(0).has("sample"), "single examples are not for the JSON");
    String page = Jsoup.parse(Files.readString(scratch.resolve("out/report.html"))).text();
    assertTrue(page.contains("How far too low or too high, by g"), page);
  }

  @Test
  void intersectionsAreComparedWhereTheyAreWanted() throws IOException {
    StringBuilder one = new StringBuilder("y,p,g,h\n");
    StringBuilder two = new StringBuilder("y,p,g,h\n");
    for (int i = 0; i < 200; i++) {
      String groups = (i % 2 == 0 ? ",a," : ",b,") + (i % 4 < 2 ? "u" : "v");
      one.append("1,1").append(groups).append('\n');
      two.append("1,").append(i % 4 == 3 ? 0 : 1).append(groups).append('\n');
    }
    compare(
            List.of(file("1.csv", one.toString()), file("2.csv", two.toString())),
            "--group",
            "h",
            "--intersect")
        .succeeded();
    JsonNode lost = json().at("/comparison/groups/7");
    assertEquals("b & v", lost.get("group").asText());
    assertEquals(50, lost.get("n").asInt());
    assertEquals(1, lost.at("/changes/0/difference/value").asDouble());
    assertEquals(0, json().at("/comparison/groups/6/changes/0/difference/value").asDouble());
  }

  @Test
  void intersectionsNeedTwoColumns() throws IOException {
    Path one = classes("one.csv", 1, 1);
    String line = compare(List.of(one, one), "--intersect").errorLine(2);
    assertTrue(line.contains("--intersect needs two columns"), line);
  }

  @Test
  void differentExamplesAreRefused() throws IOException {
    Path one = file("1.csv", "y,p,g\n1,1,a\n0,1,b\n");
    Path two = file("2.csv", "y,p,g\n1,1,a\n1,1,b\n");
    String line = compare(List.of(one, two)).errorLine(2);
    assertTrue(
        line.contains("'1' in column 'y' of line 3") && line.contains("same examples"), line);
    Path fewer = file("3.csv", "y,p,g\n1,1,a\n");
    assertTrue(compare(List.of(one, fewer)).errorLine(2).contains("has fewer rows than"));
  }

  @Test
  void aFolderWithoutPredictionsIsRefused() throws IOException {
    Path folder = Files.createDirectory(scratch.resolve("run"));
    String line = compare(List.of(folder, classes("one.csv", 1, 1))).errorLine(2);
    assertTrue(line.contains("without predictions.csv"), line);
  }
}
