package org.twinprop.experiments.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of at least 0. */
final class NumberAtLeastZero implements ITypeConverter<Double> {
  @Override
  public Double convert(String text) {
    try {
      double value = Double.parseDouble(text);
      if (value >= 0 && Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // the message below serves for both
    }
    throw new TypeConversionException("'%s' is not a number of at least 0".formatted(text));
  }
}
