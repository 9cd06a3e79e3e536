package org.twinprop.experiments.folder;

import java.nio.ByteBuffer;
import java.util.List;
import org.twinprop.data.DigitExamples;
import org.twinprop.data.GroupColumn;
import org.twinprop.trainer.evaluation.Predictions;

/** Three tiny digits of people with awkward names, and what networks might say about them. */
public final class FewDigits {
  public static final List<String> NAMES =
      List.of("=SUM(A1)", "a \"quoted\", <b>bold</b> name\nin two lines", "Ünïcode 数");
  public static final int HEIGHT = 2;
  public static final int WIDTH = 3;

  private FewDigits() {}

  /** The digits 0, 1 and 9, each with one pixel of ink: the first, the second, the third. */
  public static DigitExamples examples() {
    byte[] pixels = new byte[3 * HEIGHT * WIDTH];
    for (int digit = 0; digit < 3; digit++) {
      pixels[digit * HEIGHT * WIDTH + digit] = (byte) 255;
    }
    return new DigitExamples(
        "three digits",
        ByteBuffer.wrap(pixels),
        HEIGHT,
        WIDTH,
        new byte[] {0, 1, 9},
        List.of(GroupColumn.of("person", NAMES)));
  }

  /** A network that is this sure of these classes, one for each digit. */
  public static Predictions predictions(String network, int[] classes, float[] scores) {
    float[][] outputs = new float[3][10];
    for (int row = 0; row < 3; row++) {
      outputs[row][classes[row]] = scores[row];
    }
    return new Predictions(network, examples(), outputs, 0.5, 0.1);
  }
}
