package org.twinprop.experiments.fuzz;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinprop.data.images.ImageFolder;
import org.twinprop.data.images.ImageSize;
import org.twinprop.data.reading.Photo;

/** Images: as the photo of a check, and as one of a folder to learn from. */
public class ImageFuzzTest {
  private static final ImageSize SIZE = new ImageSize(8, 8);
  private static final byte[] SOUND = sound();

  /** Jazzer calls it first: so no input is charged with the loading of classes. */
  public static void fuzzerInitialize() throws Exception {
    for (Path input : inputs().toList()) {
      fuzzerTestOneInput(Files.readAllBytes(input));
    }
  }

  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    Path file = HostileFile.of("pictures/b/1.png", input);
    Path folder = file.getParent().getParent();
    for (String sound : List.of("a/1.png", "a/2.png", "b/2.png")) {
      HostileFile.of("pictures/" + sound, SOUND);
    }
    HostileFile.isReadOrRefused(file, Photo::read);
    HostileFile.isReadOrRefused(folder, one -> ImageFolder.read(one, Optional.of(SIZE)));
  }

  private static byte[] sound() {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY), "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return png.toByteArray();
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void isReadOrRefused(Path input) throws Exception {
    fuzzerTestOneInput(Files.readAllBytes(input));
  }

  static Stream<Path> inputs() throws Exception {
    return HostileFile.inputs(ImageFuzzTest.class);
  }
}
