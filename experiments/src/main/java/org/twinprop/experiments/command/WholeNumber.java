package org.twinprop.experiments.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a whole number of at least some least value; the message says what it needs. */
abstract class WholeNumber implements ITypeConverter<Integer> {
  private final int least;

  private WholeNumber(int least) {
    this.least = least;
  }

  static final class AtLeastZero extends WholeNumber {
    AtLeastZero() {
      super(0);
    }
  }

  static final class AtLeastOne extends WholeNumber {
    AtLeastOne() {
      super(1);
    }
  }

  @Override
  public Integer convert(String text) {
    try {
      int value = Integer.parseInt(text);
      if (value >= least) {
        return value;
      }
    } catch (NumberFormatException e) {
      // the message below serves for both
    }
    throw new TypeConversionException(
        "'%s' is not a whole number of at least %d".formatted(text, least));
  }
}
