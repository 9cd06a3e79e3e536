package org.twinprop.experiments.command;

import org.twinprop.experiments.machine.ComputeCapability;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a compute capability. */
final class Capability implements ITypeConverter<ComputeCapability> {
  @Override
  public ComputeCapability convert(String text) {
    try {
      return ComputeCapability.of(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
