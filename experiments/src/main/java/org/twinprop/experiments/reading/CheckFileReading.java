package org.twinprop.experiments.reading;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.twinprop.data.BadInput;
import org.twinprop.data.numpy.AtomicFile;
import org.twinprop.data.reading.Calibration;
import org.twinprop.data.reading.CheckReader;
import org.twinprop.data.reading.CheckReading;
import org.twinprop.data.reading.Photo;
import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.console.TextTable;

/**
 * Reads image files and tells of each.
 *
 * @param model folder of a run
 * @param least confidence below which an amount is refused
 * @param explain whether an image is written of each
 * @param out folder of these images; null for that of the file
 */
public record CheckFileReading(
    Path model, double least, boolean explain, Path out, Console console) {
  /**
   * @throws BadInput if a file or the network cannot be used; before any is read, where that can be
   *     seen
   */
  public List<ReadCheck> read(List<Path> files) {
    List<Photo> photos = new ArrayList<>();
    for (Path file : files) {
      // all of them once: what cannot be used is found before anything is written
      photos.add(Photo.read(file));
    }
    requireFolder();
    try (DigitNetwork network = DigitNetwork.of(model)) {
      Calibration calibration = SavedCalibration.of(model);
      List<ReadCheck> read = new ArrayList<>();
      for (int i = 0; i < files.size(); i++) {
        read.add(read(files.get(i), photos.get(i), network, calibration));
        print(read.get(i));
      }
      return read;
    }
  }

  private void requireFolder() {
    if (out != null && !Files.isDirectory(out)) {
      throw new BadInput("--out %s: there is no such folder; make it first".formatted(out));
    }
  }

  private ReadCheck read(Path file, Photo photo, DigitNetwork network, Calibration calibration) {
    CheckReading reading = new CheckReader(network, calibration).read(photo);
    String explanation = explain ? explained(file, photo, reading, network).toString() : null;
    return ReadCheck.of(file.toString(), reading, least, explanation);
  }

  private Path explained(Path file, Photo photo, CheckReading reading, DigitNetwork network) {
    String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "") + "-read.png";
    Path target = out == null ? file.resolveSibling(name) : out.resolve(name);
    BufferedImage image = Explanation.of(photo.toImage(), reading, network);
    try {
      AtomicFile.write(target, stream -> ImageIO.write(image, "png", stream));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return target;
  }

  private void print(ReadCheck check) {
    if (check.amount() == null) {
      console.print("%s: %s: %s".formatted(check.file(), console.bad("not read"), check.refusal()));
      console.gap();
      return;
    }
    console.print(
        "%s: %s, confidence %s%s"
            .formatted(
                check.file(),
                check.accepted()
                    ? console.bold("$" + check.amount())
                    : console.bad("refused") + " (most probably $" + check.amount() + ")",
                share(check.confidence()),
                check.second() == null
                    ? ""
                    : "; next $%s, %s".formatted(check.second(), share(check.secondConfidence()))));
    console.print(table(check));
    if (check.explanation() != null) {
      console.print("explained in " + check.explanation());
    }
    console.gap();
  }

  private static String table(ReadCheck check) {
    TextTable table = new TextTable().words("digit");
    for (int digit = 0; digit < 10; digit++) {
      table.numbers("P(" + digit + ")");
    }
    for (ReadCheck.Digit digit : check.digits()) {
      List<String> cells = new ArrayList<>(List.of(String.valueOf(digit.digit())));
      digit.probabilities().forEach(p -> cells.add(p < 0.0005 ? "." : number(p)));
      table.row(cells.toArray(String[]::new));
    }
    return table.text();
  }

  private static String number(double probability) {
    return String.format(Locale.ROOT, "%.3f", probability);
  }

  private static String share(double probability) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * probability);
  }
}
