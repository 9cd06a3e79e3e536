package org.twinprop.data;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Small examples for tests that do not need real handwriting: noise with classes and writers. */
final class GeneratedDigits {
  private static final int SIDE = 5;

  private GeneratedDigits() {}

  /**
   * Row i was written by writer i modulo {@code writers}; the even ones are of population "left".
   */
  static DigitExamples of(int count, int writers) {
    return of(
        IntStream.range(0, count).mapToObj(i -> "w" + i % writers).toList(),
        IntStream.range(0, count).mapToObj(i -> i % writers % 2 == 0 ? "left" : "right").toList());
  }

  static DigitExamples of(List<String> writers, List<String> populations) {
    int count = writers.size();
    byte[] pixels = new byte[count * SIDE * SIDE];
    new SplittableRandom(42).nextBytes(pixels);
    byte[] classes = new byte[count];
    for (int i = 0; i < count; i++) {
      classes[i] = (byte) (i % 10);
    }
    return new DigitExamples(
        "generated digits",
        ByteBuffer.wrap(pixels),
        SIDE,
        SIDE,
        classes,
        List.of(GroupColumn.of("population", populations), GroupColumn.of("writer", writers)));
  }
}
