package org.twinprop.experiments.command;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a whole number between two bounds; the message says what it needs. */
abstract class WholeNumber implements ITypeConverter<Integer> {
  private static final int LARGEST_BATCH = 1_000_000;
  private static final int LARGEST_PORT = 65_535;
  private static final int MOST_THREADS = 1024;

  private final int least;
  private final int most;

  private WholeNumber(int least, int most) {
    this.least = least;
    this.most = most;
  }

  static final class AtLeastZero extends WholeNumber {
    AtLeastZero() {
      super(0, Integer.MAX_VALUE);
    }
  }

  static final class AtLeastOne extends WholeNumber {
    AtLeastOne() {
      super(1, Integer.MAX_VALUE);
    }
  }

  /** More examples a step than any batch here can have are a slip of the finger. */
  static final class BatchSize extends WholeNumber {
    BatchSize() {
      super(1, LARGEST_BATCH);
    }
  }

  /** That compute; no machine has more cores. */
  static final class Threads extends WholeNumber {
    Threads() {
      super(1, MOST_THREADS);
    }
  }

  /** Of a server. */
  static final class Port extends WholeNumber {
    Port() {
      super(1, LARGEST_PORT);
    }
  }

  @Override
  public Integer convert(String text) {
    try {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // the message below serves for both
    }
    throw new TypeConversionException(
        "'%s' is not a whole number %s".formatted(text, tooLarge(text) ? range() : lowerBound()));
  }

  private boolean tooLarge(String text) {
    return text.matches("\\+?\\d+") && text.length() >= Integer.toString(most).length();
  }

  private String range() {
    return String.format(Locale.ROOT, "from %d to %,d", least, most);
  }

  private String lowerBound() {
    return "of at least " + least;
  }
}
