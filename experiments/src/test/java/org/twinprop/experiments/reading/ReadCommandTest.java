package org.twinprop.experiments.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.twinprop.data.check.CheckRenderer;
import org.twinprop.data.check.CheckWriters;
import org.twinprop.data.check.Damage;
import org.twinprop.data.pen.PenDigits;
import org.twinprop.experiments.Twinprop;
import org.twinprop.experiments.folder.RunFolder;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.initializer.He;
import picocli.CommandLine;

/** With a network that was never trained: what it says is chance, how it is said is not. */
class ReadCommandTest {
  @TempDir Path folder;
  private Path check;

  @BeforeEach
  void makeCheckAndNetworks() throws IOException {
    check = folder.resolve("check.png");
    CheckWriters writers = CheckWriters.of(PenDigits.draw(6, 40, 2));
    ImageIO.write(
        new CheckRenderer(writers, Damage.NONE).render(1, 1).image(), "png", check.toFile());
    save("digits", "flatten dense(10) | softmax-xent", Shape.of(1, 28, 28));
    save("loans", "dense(3) | softmax-xent", Shape.of(4));
  }

  private void save(String name, String text, Shape input) {
    try (RunFolder run = RunFolder.at(folder.resolve(name));
        Network network = Network.of(text, input, DataType.FLOAT, new He(false), 1)) {
      run.model(network);
    }
  }

  /** The exit code, what was printed, and the error. */
  private record Outcome(int code, String out, String err) {}

  private Outcome read(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine program =
        Twinprop.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    String[] all = Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
    int code = Twinprop.execute(program, all);
    return new Outcome(code, out.toString(), err.toString());
  }

  @Test
  void aCheckIsReadAndExplainedInAnImage() {
    Outcome outcome =
        read("read", check, "--model", folder.resolve("digits"), "--explain", "--out", folder);
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(outcome.out().contains("confidence"), outcome.out());
    assertTrue(Files.isRegularFile(folder.resolve("check-read.png")));
  }

  @Test
  void belowTheConfidenceOfOnesChoiceItIsRefused() {
    Outcome outcome =
        read("read", check, "--model", folder.resolve("digits"), "--refuse-below", "1");
    assertEquals(1, outcome.code(), outcome.err());
    assertTrue(outcome.out().contains("refused"), outcome.out());
  }

  @Test
  void aPhotoWithoutCheckIsRefusedNotAnError() throws IOException {
    Path photo = folder.resolve("wall.png");
    ImageIO.write(new BufferedImage(500, 500, BufferedImage.TYPE_INT_RGB), "png", photo.toFile());
    Outcome outcome = read("read", photo, "--model", folder.resolve("digits"));
    assertEquals(1, outcome.code(), outcome.err());
    assertTrue(outcome.out().contains("no check was found"), outcome.out());
  }

  @Test
  void badInputIsOneLine() throws IOException {
    byte[] bytes = Files.readAllBytes(check);
    Path cut = Files.write(folder.resolve("cut.png"), Arrays.copyOf(bytes, bytes.length / 2));
    Path text = Files.writeString(folder.resolve("text.png"), "no image");
    Path small = folder.resolve("small.png");
    ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), "png", small.toFile());
    Path digits = folder.resolve("digits");
    requireLine("damaged", cut, digits);
    requireLine("is no image", text, digits);
    requireLine("too few", small, digits);
    requireLine("no such file", folder.resolve("nowhere.png"), digits);
    requireLine("is a folder", folder, digits);
    requireLine("no such folder", check, folder.resolve("nowhere"));
    requireLine("one that reads digits takes 1x28x28", check, folder.resolve("loans"));
  }

  private void requireLine(String words, Path image, Path model) {
    Outcome outcome = read("read", image, "--model", model);
    assertEquals(2, outcome.code(), outcome.out());
    assertEquals(1, outcome.err().lines().count(), outcome.err());
    assertTrue(outcome.err().contains(words), outcome.err());
  }
}
