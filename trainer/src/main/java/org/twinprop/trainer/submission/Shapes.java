package org.twinprop.trainer.submission;

import java.util.Arrays;

/** What a wrong shape most likely came from. */
final class Shapes {
  private Shapes() {}

  /** A remark to end a message with; empty where nothing comes to mind. */
  static String hint(long[] got, long[] needed) {
    if (got.length == needed.length && isPermutation(got, needed)) {
      return got.length == 2 ? ": it looks transposed" : ": its dimensions look reordered";
    }
    if (needed.length == 1 && got.length == 2 && got[1] == needed[0]) {
      return ": a row for each example; sum over the examples, .sum(axis=0)";
    }
    if (Arrays.stream(got).reduce(1, (a, b) -> a * b)
        == Arrays.stream(needed).reduce(1, (a, b) -> a * b)) {
      return ": as many numbers, in another shape";
    }
    return "";
  }

  private static boolean isPermutation(long[] one, long[] other) {
    long[] a = one.clone();
    long[] b = other.clone();
    Arrays.sort(a);
    Arrays.sort(b);
    return Arrays.equals(a, b);
  }

  /** The index of an entry, a number for each dimension. */
  static long[] index(long flat, long[] shape) {
    long[] index = new long[shape.length];
    long rest = flat;
    for (int d = shape.length - 1; d >= 0; d--) {
      index[d] = rest % shape[d];
      rest /= shape[d];
    }
    return index;
  }
}
