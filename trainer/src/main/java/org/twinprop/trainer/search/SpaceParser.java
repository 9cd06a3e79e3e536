package org.twinprop.trainer.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the spaces in a text: a word of theirs, and what stands between its parentheses. */
final class SpaceParser {
  private static final Pattern BEGINNING =
      Pattern.compile("(?<![\\w-])(%s)\\s*\\(".formatted(String.join("|", TextSpace.WORDS)));

  private static final int DEEPEST = 20;

  private final String text;
  private final int depth;
  private final List<TextSpace> parts = new ArrayList<>();

  SpaceParser(String text) {
    this(text, 0);
  }

  private SpaceParser(String text, int depth) {
    this.text = text;
    this.depth = depth;
  }

  TextSpace parse() {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException(
          "choices within choices may be %d deep".formatted(DEEPEST));
    }
    Matcher matcher = BEGINNING.matcher(text);
    int from = 0;
    while (matcher.find(from)) {
      addFixed(text.substring(from, matcher.start()));
      int end = closing(matcher.start(), matcher.end());
      String whole = text.substring(matcher.start(), end + 1);
      parts.add(space(whole, matcher.group(1), text.substring(matcher.end(), end)));
      from = end + 1;
    }
    addFixed(text.substring(from));
    return parts.size() == 1 ? parts.get(0) : new SequenceSpace(parts);
  }

  private void addFixed(String fixed) {
    if (!fixed.isEmpty() || text.isEmpty()) {
      parts.add(new FixedText(fixed));
    }
  }

  private int closing(int start, int from) {
    int open = 1;
    for (int i = from; i < text.length(); i++) {
      open += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      if (open == 0) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "'%s' has no closing parenthesis".formatted(text.substring(start)));
  }

  private TextSpace space(String whole, String word, String inside) {
    return word.equals("choice")
        ? ChoiceSpace.of(
            options(whole, inside).stream()
                .map(option -> new SpaceParser(option, depth + 1).parse())
                .toList())
        : numbers(whole, word, inside.split(",", -1));
  }

  /** The texts between semicolons that stand in no further parentheses. */
  private static List<String> options(String whole, String inside) {
    List<String> options = new ArrayList<>();
    int open = 0;
    int from = 0;
    for (int i = 0; i <= inside.length(); i++) {
      char at = i == inside.length() ? ';' : inside.charAt(i);
      open += at == '(' ? 1 : at == ')' ? -1 : 0;
      if (at == ';' && (open == 0 || i == inside.length())) {
        options.add(inside.substring(from, i).strip());
        from = i + 1;
      }
    }
    require(
        options.stream().noneMatch(String::isEmpty),
        whole,
        "needs a text between all semicolons, as in choice(16; 32)");
    return options;
  }

  private static TextSpace numbers(String whole, String word, String[] ends) {
    require(ends.length == 2, whole, "needs two numbers, as in " + word + example(word));
    double low = number(whole, word, ends[0]);
    double high = number(whole, word, ends[1]);
    require(
        !word.equals("log") || (low > 0 && high > 0),
        whole,
        "needs two numbers above 0, as in log(1e-4, 1e-1)");
    require(low < high, whole, "needs the smaller number first, and two that differ");
    return switch (word) {
      case "log" -> NumberSpace.log(low, high);
      case "uniform" -> NumberSpace.uniform(low, high);
      default -> NumberSpace.whole((int) low, (int) high);
    };
  }

  private static double number(String whole, String word, String text) {
    try {
      double number = Double.parseDouble(text.strip());
      boolean fits = !word.equals("whole") || number == (int) number;
      if (Double.isFinite(number) && fits) {
        return number;
      }
    } catch (NumberFormatException e) {
      // the message below serves for both
    }
    throw new IllegalArgumentException(
        "%s: '%s' is no %s number, as in %s%s"
            .formatted(
                whole,
                text.strip(),
                word.equals("whole") ? "whole" : "finite",
                word,
                example(word)));
  }

  private static String example(String word) {
    return switch (word) {
      case "log" -> "(1e-4, 1e-1)";
      case "uniform" -> "(0, 0.5)";
      default -> "(16, 128)";
    };
  }

  private static void require(boolean holds, String whole, String needed) {
    if (!holds) {
      throw new IllegalArgumentException(whole + " " + needed);
    }
  }
}
