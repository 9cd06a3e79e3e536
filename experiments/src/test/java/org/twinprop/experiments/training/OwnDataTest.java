package org.twinprop.experiments.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinprop.experiments.Captured;

/** Tables and images of one's own, from the command line. */
class OwnDataTest {
  @TempDir Path folder;

  private Path table() throws IOException {
    StringBuilder text = new StringBuilder("key,size,town,price,label\n");
    for (int row = 0; row < 200; row++) {
      int size = row * 37 % 101;
      text.append(
          "k%d,%d,%s,%d,%s\n"
              .formatted(
                  row,
                  size,
                  row % 3 == 0 ? "Aa" : "Bb",
                  50 + 3 * size + row % 7,
                  size > 50 ? "big" : "small"));
    }
    return Files.writeString(folder.resolve("some.csv"), text);
  }

  private Captured run(String... arguments) {
    return Captured.of(arguments);
  }

  private JsonNode json(String... arguments) throws IOException {
    Captured captured = Captured.of(arguments).succeeded();
    return new ObjectMapper().readTree(captured.out());
  }

  @Test
  void aTableIsLearnedAndToldByGroup() throws IOException {
    JsonNode result =
        json(
            "run",
            "--csv",
            table().toString(),
            "--target",
            "price",
            "--group",
            "town",
            "--set",
            "epochs=2",
            "--out",
            folder.resolve("run").toString(),
            "--json",
            "-");
    assertTrue(result.get("ok").asBoolean());
    JsonNode linear = result.get("audits").get("linear").get("overall").get("metrics");
    assertTrue(linear.get("r2").get("value").asDouble() > 0.99, "the price is a line in size");
    String text = Files.readString(folder.resolve("run/report.html"));
    assertTrue(text.contains("an identifier, by its name"), "why key is left out");
    assertTrue(text.contains("by town"));
  }

  @Test
  void whatWasFoundOutIsSavedAndRuns() throws IOException {
    Path file = folder.resolve("found.yaml");
    Captured saved =
        run(
                "run",
                "--csv",
                table().toString(),
                "--target",
                "label",
                "--exclude",
                "price",
                "--learning-rate",
                "0.02",
                "--save",
                file.toString())
            .succeeded();
    assertTrue(saved.out().contains("Classification of 'label'"), saved.out());
    String yaml = Files.readString(file);
    assertTrue(yaml.contains("#   key: left out; an identifier, by its name"), yaml);
    assertTrue(yaml.contains("softmax-xent"), yaml);
    assertTrue(yaml.contains("learning_rate: 0.02"), yaml);
    JsonNode result =
        json(
            "run",
            file.toString(),
            "--epochs",
            "1",
            "--twin",
            "off",
            "--out",
            folder.resolve("again").toString(),
            "--json",
            "-");
    assertEquals("table", result.get("experiment").asText());
    String again =
        Captured.of(
                "run", "--csv", table().toString(), "--target", "label", "--save", file.toString())
            .errorLine(2);
    assertTrue(again.contains("is there already"), again);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "--csv TABLE --target price --epochs few  ; --epochs few: epochs is 'few', but must be a whole number",
        "--csv TABLE --target prize               ; there is no column 'prize'; its columns are key, size, town, price, label (did you mean price?)",
        "--csv TABLE                              ; which column of TABLE is to be predicted?",
        "--csv TABLE --target price --group size,twon ; there is no column 'twon'",
        "--csv TABLE --target price --group price ; 'price' is the target, and cannot be in 'group' too",
        "--csv nowhere.csv --target price         ; there is no file nowhere.csv",
        "--csv TABLE --target town --regression   ; a regression needs numbers in 'town'",
        "--csv TABLE --target key                 ; 200 classes in 200 rows",
        "--csv TABLE --target price --net dense(2)|mse ; there is 1 number to predict",
        "--csv TABLE --target price --net dense(1)|softmax-xent ; the loss softmax-xent is for classes",
        "--csv TABLE --images DIR                 ; take one of them",
        "--target price                           ; name the data: --csv FILE --target COLUMN, or --images DIR",
        "--images nowhere                         ; there is no such folder",
        "--images EMPTY                           ; has 0 folders in it",
        "--images EMPTY --size 3x3                ; size is '3x3'"
      })
  void badInputGetsOneLine(String arguments, String expected) throws IOException {
    Path table = table();
    Files.createDirectories(folder.resolve("empty"));
    String[] words =
        ("run " + arguments)
            .replace("TABLE", table.toString())
            .replace("EMPTY", folder.resolve("empty").toString())
            .split(" +");
    String line = Captured.of(words).errorLine(2);
    assertTrue(line.contains(expected.replace("TABLE", table.toString())), line);
  }

  private Path images() throws IOException {
    Path root = folder.resolve("images");
    StringBuilder groups = new StringBuilder("file,camera\n");
    SplittableRandom random = new SplittableRandom(1);
    for (String name : List.of("dark", "light")) {
      Files.createDirectories(root.resolve(name));
      for (int i = 0; i < 20; i++) {
        BufferedImage image = new BufferedImage(20 + i % 3, 20, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(
            name.equals("dark") ? new Color(10 * i, 0, 0) : new Color(55 + 10 * i, 255, 255));
        graphics.fillRect(0, 0, 30, 20);
        graphics.dispose();
        for (int place = 0; place < 20 * image.getWidth(); place++) {
          int x = place % image.getWidth();
          int y = place / image.getWidth();
          image.setRGB(x, y, image.getRGB(x, y) ^ random.nextInt(32));
        }
        String kind = i % 2 == 0 ? "png" : "jpg";
        ImageIO.write(image, kind, root.resolve(name + "/" + i + "." + kind).toFile());
        groups.append("%s/%d.%s,%s\n".formatted(name, i, kind, i < 10 ? "old" : "new"));
      }
    }
    Files.writeString(root.resolve("groups.csv"), groups);
    return root;
  }

  @Test
  void aFolderOfImagesIsLearnedAndToldByGroup() throws IOException {
    JsonNode result =
        json(
            "run",
            "--images",
            images().toString(),
            "--size",
            "8x8",
            "--set",
            "epochs=15",
            "--set",
            "batch=8",
            "--set",
            "twin=off",
            "--out",
            folder.resolve("run").toString(),
            "--json",
            "-");
    assertTrue(result.get("ok").asBoolean());
    JsonNode everyone = result.get("groups").get(0);
    assertEquals(8, everyone.get("n").asInt(), "a fifth of 40");
    assertTrue(everyone.get("errors").asInt() <= 1, everyone.toString());
    assertTrue(result.get("groups").toString().contains("\"camera\""));
  }

  @Test
  void aDamagedImageIsNamed() throws IOException {
    Path root = images();
    Path damaged = root.resolve("dark/4.png");
    byte[] bytes = Files.readAllBytes(damaged);
    Files.write(damaged, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    String line = Captured.of("run", "--images", root.toString()).errorLine(2);
    assertTrue(line.contains("4.png: is damaged"), line);
    Files.writeString(damaged, "no image");
    line = Captured.of("run", "--images", root.toString()).errorLine(2);
    assertTrue(line.contains("4.png: is no PNG or JPEG image"), line);
  }

  @Test
  void groupsOfFilesThatAreNotThereAreRefused() throws IOException {
    Path root = images();
    Files.writeString(
        root.resolve("groups.csv"),
        "file,camera\n" + "dark/0.png,old\n".repeat(10) + "dark/99.png,old\n");
    String line = Captured.of("run", "--images", root.toString()).errorLine(2);
    assertTrue(line.contains("line 12, column 'file': there is no file dark/99.png"), line);
    Files.writeString(root.resolve("groups.csv"), "name,camera\ndark/0.png,old\n");
    line = Captured.of("run", "--images", root.toString()).errorLine(2);
    assertTrue(line.contains("has no column 'file'; its columns are name, camera"), line);
  }
}
