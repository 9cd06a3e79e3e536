package org.twinprop.experiments.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinprop.data.check.CheckTruth;
import org.twinprop.data.check.DamageKind;
import org.twinprop.experiments.Captured;
import org.twinprop.experiments.folder.TextFormats;

class MakeChecksTest {
  @TempDir Path folder;

  @Test
  void everyCheckHasAnImageItsTruthAndARow() throws IOException {
    make("checks", "2", "moderate");
    Path checks = folder.resolve("checks");
    assertEquals(
        List.of(
            "check-00001.json",
            "check-00001.png",
            "check-00002.json",
            "check-00002.png",
            "checks.csv"),
        names(checks));
    BufferedImage image = ImageIO.read(checks.resolve("check-00002.png").toFile());
    CheckTruth truth = truth(checks, 2);
    assertTrue(image.getWidth() >= 1000 && image.getHeight() >= 480, image.toString());
    List<String> rows = Files.readAllLines(checks.resolve("checks.csv"));
    assertEquals(3, rows.size());
    assertTrue(rows.get(0).endsWith(",uneven_light,noise,jpeg"), rows.get(0));
    String row = "check-00002.png," + truth.amountCents() + ",";
    assertTrue(rows.get(2).startsWith(row), rows.get(2));
    assertTrue(rows.get(2).endsWith("," + truth.severity(DamageKind.JPEG)), rows.get(2));
  }

  @Test
  void aCheckIsTheSameHoweverManyAreMade() throws IOException {
    make("few", "1", "light");
    make("more", "3", "light");
    for (String file : List.of("check-00001.png", "check-00001.json")) {
      assertArrayEquals(
          Files.readAllBytes(folder.resolve("few").resolve(file)),
          Files.readAllBytes(folder.resolve("more").resolve(file)));
    }
  }

  @Test
  void theTruthIsReadAsItWasWritten() throws IOException {
    make("checks", "1", "heavy");
    Path file = folder.resolve("checks/check-00001.json");
    CheckTruth truth = truth(folder.resolve("checks"), 1);
    assertEquals(Files.readString(file), TextFormats.JSON.writeValueAsString(truth) + "\n");
    JsonNode json = TextFormats.JSON.readTree(file.toFile());
    assertEquals(1, json.get("index").asInt());
    assertEquals(truth.amountCents(), json.get("amount_cents").asLong());
    assertTrue(json.get("digits").get(0).get("box").get("top_left").get("x").isDouble());
  }

  @Test
  void aFolderThatIsNotEmptyIsLeftAsItIs() throws IOException {
    Files.writeString(folder.resolve("mine.txt"), "mine");
    String line =
        Captured.of("data", "make-checks", "--count", "1", "--out", folder.toString())
            .errorLine(ExitCode.BAD_INPUT);
    assertTrue(line.contains("is not empty"), line);
    assertEquals(List.of("mine.txt"), names(folder));
  }

  @ParameterizedTest
  @CsvSource({
    "--damage, some, there is no damage 'some'",
    "--damage, blur=7, '7' is no severity",
    "--count, 0, '0' is not a whole number of at least 1",
    "--seed, x, 'x' is not a whole number",
    "--writers, nobody, 'nobody'",
    "--data, nowhere, there is no such folder"
  })
  void badInputIsRefusedInOneLineAndNothingIsWritten(String option, String value, String reason) {
    Path out = folder.resolve("checks");
    String line =
        Captured.of("data", "make-checks", "--out", out.toString(), option, value)
            .errorLine(ExitCode.BAD_INPUT);
    assertTrue(line.contains(reason), line);
    assertFalse(line.contains("Exception"), line);
    assertFalse(Files.exists(out));
  }

  @Test
  void writersOfTrainingAndTestAreDifferentPeople() throws IOException {
    make("test", "1", "none");
    Captured.of(
            "data",
            "make-checks",
            "--count",
            "1",
            "--writers",
            "train",
            "--damage",
            "none",
            "--out",
            folder.resolve("train").toString())
        .succeeded();
    String test = truth(folder.resolve("test"), 1).writer();
    assertFalse(truth(folder.resolve("train"), 1).writer().equals(test), test);
  }

  private void make(String name, String count, String damage) {
    Captured.of(
            "data",
            "make-checks",
            "--count",
            count,
            "--damage",
            damage,
            "--out",
            folder.resolve(name).toString())
        .succeeded();
  }

  private static CheckTruth truth(Path folder, int index) throws IOException {
    Path file = folder.resolve("check-%05d.json".formatted(index));
    return TextFormats.JSON.readValue(file.toFile(), CheckTruth.class);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
