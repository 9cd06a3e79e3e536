package org.twinprop.data.made;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.twinprop.data.Examples;
import org.twinprop.data.GroupColumn;
import org.twinprop.data.TokenSequences;
import org.twinprop.data.TokenSequences.Encoding;

/**
 * Sequences whose class is their first symbol: A, B, C or D, and after it only distraction, drawn
 * from four other symbols. What was seen first has to be remembered to the end, so the length of a
 * sequence is how long ago it was: the longer, the harder for a network whose memory fades.
 *
 * <p>Source: after the tasks of Hochreiter and Schmidhuber, Long Short-Term Memory (1997), sections
 * 5.2 and 5.3.
 */
public final class FirstSymbol {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 39;
  private static final List<String> CLASSES = List.of("A", "B", "C", "D");
  private static final List<String> VOCABULARY =
      List.of("", "A", "B", "C", "D", "w", "x", "y", "z");

  private FirstSymbol() {}

  /**
   * Sequences of 2 to 39 symbols, one-hot: inputs are [39, 8]. Their group columns are {@code
   * length} (02 to 09, 10 to 19, ...) and {@code symbol}.
   *
   * @param part what they are for, such as {@code train}
   * @param count at least 1
   * @param seed the same seed gives the same sequences on every machine
   */
  public static Examples draw(String part, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[][] sequences = new int[count][];
    int[] classes = new int[count];
    List<String> lengths = new ArrayList<>();
    List<String> symbols = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      classes[row] = random.nextInt(CLASSES.size());
      sequences[row] = sequence(classes[row], random);
      lengths.add(decade(sequences[row].length));
      symbols.add(CLASSES.get(classes[row]));
    }
    return new TokenSequences(
        "sequences of 2 to 39 symbols whose class is the first (%s: %,d)".formatted(part, count),
        Encoding.ONE_HOT,
        VOCABULARY,
        LONGEST,
        sequences,
        CLASSES,
        classes,
        List.of(GroupColumn.of("length", lengths), GroupColumn.of("symbol", symbols)));
  }

  private static int[] sequence(int first, SplittableRandom random) {
    int[] tokens = new int[random.nextInt(SHORTEST, LONGEST + 1)];
    tokens[0] = 1 + first;
    for (int t = 1; t < tokens.length; t++) {
      tokens[t] = random.nextInt(1 + CLASSES.size(), VOCABULARY.size());
    }
    return tokens;
  }

  private static String decade(int length) {
    int from = length / 10 * 10;
    return "%02d to %02d".formatted(Math.max(from, SHORTEST), from + 9);
  }
}
