package org.twinprop.data.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.twinprop.data.pen.Chance;

/** A writer's hand at digits: which of the writer's own, how large, how near to the last. */
final class DigitHand {
  private static final double GAP = 3.6;
  private static final double SMALLEST_GAP = 1.6;

  /** How often digits touch at severity 1, between any two that may. */
  private static final double TOUCHING = 0.5;

  private final CheckWriter writer;
  private final Chance chance;
  private final double uneven;
  private final double touching;
  private final double gap;
  private final double drift;
  private final Map<Integer, List<Integer>> unused = new HashMap<>();

  /**
   * @param uneven the severity of uneven writing
   * @param touching the severity of touching digits
   */
  DigitHand(CheckWriter writer, Chance chance, double uneven, double touching) {
    this.writer = writer;
    this.chance = chance;
    this.uneven = uneven;
    this.touching = touching;
    this.gap = GAP * chance.between(0.8, 1.3);
    this.drift = 0.03 * uneven * chance.bell();
  }

  Chance chance() {
    return chance;
  }

  /** The usual distance between digits of full size. */
  double gap() {
    return gap;
  }

  /** The width of the lines of the writer's digits. */
  double penWidth(List<Integer> digits) {
    return digits.stream()
        .mapToDouble(digit -> writer.image(writer.rows(digit).get(0)).strokeWidth())
        .average()
        .orElseThrow();
  }

  /**
   * Writes a digit beside the last one.
   *
   * @param scale of its size, 1 being full size
   * @param mayTouch whether what stands before it is a digit that it may touch
   */
  void append(
      AmountLine line, int digit, DigitRole role, double scale, double baseline, boolean mayTouch) {
    boolean touches = chance.happens(TOUCHING * touching) && mayTouch;
    double apart = scale * Math.max(SMALLEST_GAP, gap + 1.2 * uneven * chance.bell());
    double overlap = -chance.between(0.3, 1.2);
    if (touches) {
      line.touch();
    }
    PlacedDigit.Written written = written(digit, role);
    double size = scale * (1 + 0.1 * uneven * chance.bell());
    double wavering = drift * line.end() + 1.2 * uneven * chance.bell();
    line.append(written, size, baseline + wavering, touches ? overlap : apart);
  }

  /** Writes a digit exactly where one wants it, by its left edge. */
  void appendAt(
      AmountLine line, int digit, DigitRole role, double scale, double baseline, double left) {
    line.appendAt(written(digit, role), scale, baseline, left);
  }

  /** Another example of the digit each time, as long as there are others. */
  private PlacedDigit.Written written(int digit, DigitRole role) {
    List<Integer> left = unused.computeIfAbsent(digit, key -> new ArrayList<>(writer.rows(digit)));
    if (left.isEmpty()) {
      left.addAll(writer.rows(digit));
    }
    int example = left.remove(chance.below(left.size()));
    return new PlacedDigit.Written(digit, role, example, writer.image(example));
  }
}
