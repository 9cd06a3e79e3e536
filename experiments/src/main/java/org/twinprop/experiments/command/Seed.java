package org.twinprop.experiments.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the seed of random numbers: any whole number of 64 bits. */
final class Seed implements ITypeConverter<Long> {
  @Override
  public Long convert(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException(
          "'%s' is not a whole number%s"
              .formatted(text, text.matches("[+-]?\\d+") ? " of 64 bits" : ""));
    }
  }
}
