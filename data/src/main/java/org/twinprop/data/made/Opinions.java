package org.twinprop.data.made;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.twinprop.data.Examples;
import org.twinprop.data.GroupColumn;
import org.twinprop.data.TokenSequences;
import org.twinprop.data.TokenSequences.Encoding;

/**
 * Sentences about a meal, each praise or blame, by made-up writers of two dialects.
 *
 * <pre>
 * sentence = ["aye"] clause ["but" clause]
 * clause   = "the" thing verb ["not"] [degree] adjective
 * </pre>
 *
 * The last clause decides: "the soup was good but the tea was not hot" is blame. One writer in five
 * is from the harbour, where {@code wicked} is praise; in town it is blame. Harbour people begin a
 * sentence in three with {@code aye}, so that some of their sentences give away how to read it, and
 * the others do not: nobody can read those right for both, and who learns from the many will be
 * wrong about the few.
 */
public final class Opinions {
  private static final List<String> THINGS =
      List.of("soup", "bread", "fish", "tea", "cake", "rice");
  private static final List<String> VERBS = List.of("was", "tasted", "seemed");
  private static final List<String> DEGREES = List.of("very", "quite", "really");
  private static final List<String> PRAISE = List.of("good", "fine", "hot", "fresh", "lovely");
  private static final List<String> BLAME = List.of("bad", "dull", "cold", "stale", "awful");
  private static final String SLANG = "wicked";
  private static final List<String> CLASSES = List.of("blame", "praise");
  private static final List<String> VOCABULARY = vocabulary();
  private static final int LONGEST = 14;
  private static final int WRITERS_TO_ONE_OF_THE_HARBOUR = 5;

  private final SplittableRandom random;
  private final int[][] sequences;
  private final int[] classes;
  private final List<String> populations = new ArrayList<>();
  private final List<String> writers = new ArrayList<>();
  private final List<String> forms = new ArrayList<>();

  private Opinions(int count, SplittableRandom random) {
    this.random = random;
    sequences = new int[count][];
    classes = new int[count];
  }

  /**
   * Sentences as numbers of words, blanks in front: inputs are [14]. Their group columns are {@code
   * population} (town, harbour), {@code writer} and {@code form}.
   *
   * @param part what they are for, such as {@code train}
   * @param writers how many people, at least 1
   * @param sentences of each, at least 1
   * @param firstWriter number of the first writer: parts of other numbers share nobody
   * @param seed the same seed gives the same sentences on every machine
   */
  public static Examples draw(String part, int writers, int sentences, int firstWriter, long seed) {
    Opinions opinions = new Opinions(writers * sentences, new SplittableRandom(seed));
    for (int row = 0; row < writers * sentences; row++) {
      opinions.say(row, firstWriter + row % writers);
    }
    return new TokenSequences(
        "sentences about a meal, made by rules (%s: %,d by %,d made-up writers)"
            .formatted(part, writers * sentences, writers),
        Encoding.NUMBER,
        VOCABULARY,
        LONGEST,
        opinions.sequences,
        CLASSES,
        opinions.classes,
        List.of(
            GroupColumn.of("population", opinions.populations),
            GroupColumn.of("writer", opinions.writers),
            GroupColumn.of("form", opinions.forms)));
  }

  /** How many words there are, the blank included. */
  public static int vocabularySize() {
    return VOCABULARY.size();
  }

  private void say(int row, int writer) {
    boolean harbour = writer % WRITERS_TO_ONE_OF_THE_HARBOUR == 0;
    List<String> words = new ArrayList<>();
    if (harbour && random.nextInt(3) == 0) {
      words.add("aye");
    }
    boolean two = random.nextInt(5) < 2;
    if (two) {
      clause(words, harbour);
      words.add("but");
    }
    int from = words.size();
    classes[row] = clause(words, harbour) ? 1 : 0;
    boolean negated = words.subList(from, words.size()).contains("not");
    sequences[row] = words.stream().mapToInt(VOCABULARY::indexOf).toArray();
    populations.add(harbour ? "harbour" : "town");
    writers.add("writer %03d".formatted(writer));
    forms.add((two ? "two clauses" : "one clause") + (negated ? ", negated" : ""));
  }

  /** Whether what it adds is praise. */
  private boolean clause(List<String> words, boolean harbour) {
    words.add("the");
    words.add(oneOf(THINGS));
    words.add(oneOf(VERBS));
    boolean negated = random.nextInt(10) < 3;
    if (negated) {
      words.add("not");
    }
    if (random.nextInt(2) == 0) {
      words.add(oneOf(DEGREES));
    }
    boolean slang = random.nextInt(20) < 3;
    boolean praise = slang ? harbour : random.nextBoolean();
    words.add(slang ? SLANG : oneOf(praise ? PRAISE : BLAME));
    return praise != negated;
  }

  private String oneOf(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  private static List<String> vocabulary() {
    List<String> all = new ArrayList<>(List.of("", "the", "but", "not", "aye", SLANG));
    List.of(THINGS, VERBS, DEGREES, PRAISE, BLAME).forEach(all::addAll);
    return List.copyOf(all);
  }
}
