package org.twinprop.data.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The level stroke under or between the digits of the cents, and the writing without it: digits
 * that stand on it are freed from it.
 *
 * @param box of the stroke
 * @param rest of the writing
 */
record LevelStroke(Box box, Handwriting rest) {
  /** At least so wide, as a share of a digit's height: small cents are. */
  private static final double LEAST_WIDTH = 0.42;

  /** A row belongs to a stroke if this share of the component's width is one run there. */
  private static final double RUN = 0.5;

  /**
   * The one that digits stand on, if there is any.
   *
   * @param height of a digit, in pixels
   */
  static Optional<LevelStroke> find(Handwriting writing, double height) {
    List<LevelStroke> found =
        writing.components().stream()
            .filter(one -> one.box().width() >= LEAST_WIDTH * height)
            .map(one -> in(one, writing, height))
            .flatMap(Optional::stream)
            .toList();
    int widest = found.stream().mapToInt(one -> one.box().width()).max().orElse(0);
    // of two, one under the other, the digits stand on the upper
    return found.stream()
        .filter(one -> one.box().width() >= 0.6 * widest)
        .min(Comparator.comparingDouble(one -> one.box().centreY()));
  }

  private static Optional<LevelStroke> in(Component component, Handwriting writing, double height) {
    int width = writing.ink().width;
    boolean[] level = levelRows(component, width);
    int first = IntStream.range(0, level.length).filter(y -> level[y]).findFirst().orElse(-1);
    if (first < 0) {
      return Optional.empty();
    }
    int last = IntStream.range(0, level.length).filter(y -> level[y]).max().orElseThrow();
    int[] pixels =
        Arrays.stream(component.pixels())
            .filter(p -> isBetween(p / width - component.box().top(), first - 1, last + 1))
            .toArray();
    Box stroke = Component.of(pixels, width).box();
    // two strokes, one under the other, may have run together
    boolean thin = last - first + 1 <= 4.5 * writing.stroke();
    boolean flat = stroke.width() >= 2.2 * (last - first + 1);
    return thin && flat && stroke.width() >= LEAST_WIDTH * height
        ? freed(component, pixels, stroke, writing).filter(one -> one.carries(height))
        : Optional.empty();
  }

  private static boolean isBetween(int value, int low, int high) {
    return value >= low && value <= high;
  }

  /** The rows of a component that one long run goes through. */
  private static boolean[] levelRows(Component component, int imageWidth) {
    Box box = component.box();
    int[] run = new int[box.height()];
    int[] longest = new int[box.height()];
    int before = -2;
    for (int pixel : component.pixels()) {
      int y = pixel / imageWidth - box.top();
      run[y] = pixel == before + 1 ? run[y] + 1 : 1;
      longest[y] = Math.max(longest[y], run[y]);
      before = pixel;
    }
    boolean[] level = new boolean[box.height()];
    for (int y = 0; y < level.length; y++) {
      level[y] = longest[y] >= RUN * box.width();
    }
    return level;
  }

  private static Optional<LevelStroke> freed(
      Component component, int[] stroke, Box box, Handwriting writing) {
    int[] others =
        Arrays.stream(component.pixels())
            .filter(pixel -> Arrays.binarySearch(stroke, pixel) < 0)
            .toArray();
    List<Component> rest = new ArrayList<>(writing.components());
    rest.remove(component);
    Component.parts(others, writing.ink().width, writing.ink().height).stream()
        .filter(part -> part.area() > writing.stroke() * writing.stroke())
        .forEach(rest::add);
    rest.sort(Comparator.comparingDouble(one -> one.box().centreX()));
    return Optional.of(
        new LevelStroke(box, new Handwriting(writing.ink(), rest, writing.stroke())));
  }

  /** Whether there is ink over it, small as that of cents, and nothing large beyond it. */
  private boolean carries(double height) {
    List<Box> over =
        rest.components().stream()
            .map(Component::box)
            .filter(one -> one.overlapX(box) > one.width() / 2 && one.centreY() < box.top())
            .toList();
    boolean small = over.stream().allMatch(one -> one.height() < 0.85 * height);
    boolean tallEnough = over.stream().anyMatch(one -> one.height() > 0.3 * height);
    boolean last =
        rest.components().stream()
            .map(Component::box)
            .noneMatch(one -> one.left() > box.right() && one.height() > 0.7 * height);
    return small && tallEnough && last;
  }

  /** Whether something is another stroke, under this one. */
  boolean isSecond(Box other) {
    return other.width() > 2.2 * other.height() && other.centreY() > box.centreY();
  }
}
