package org.twinprop.data;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Where the tests find real data: the folder TWINPROP_DATA, or shared/data beside the project. */
public final class RealData {
  private static DigitSource digits;

  private RealData() {}

  /**
   * The folder of the MNIST files; a test that needs it is skipped, with this reason, without it.
   */
  public static Path mnist() {
    Path folder = folder();
    Path mnist = Files.isDirectory(folder.resolve("mnist")) ? folder.resolve("mnist") : folder;
    if (!Files.isDirectory(mnist) || !Mnist.isComplete(mnist)) {
      String reason =
          "skipped: no MNIST files with writers in %s; name their folder with TWINPROP_DATA"
              .formatted(mnist);
      System.err.println(reason);
      Assumptions.abort(reason);
    }
    return mnist;
  }

  /** The digits of that folder, read once for all tests. */
  public static synchronized DigitSource digits() {
    Path folder = mnist();
    if (digits == null) {
      digits = Mnist.load(folder);
    }
    return digits;
  }

  private static Path folder() {
    String named = System.getenv("TWINPROP_DATA");
    if (named != null && !named.isBlank()) {
      return Path.of(named);
    }
    Path root = Path.of("").toAbsolutePath();
    while (root.getParent() != null && !Files.isDirectory(root.resolve("layers"))) {
      root = root.getParent();
    }
    return root.resolveSibling("shared").resolve("data");
  }
}
