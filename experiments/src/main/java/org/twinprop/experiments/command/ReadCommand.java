package org.twinprop.experiments.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.twinprop.experiments.reading.CheckFileReading;
import org.twinprop.experiments.reading.ReadCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code twinprop read}: the amounts of checks. */
@Command(
    name = "read",
    description = {
      "Read the amounts of checks from scans or photos with a trained network: each with the"
          + " probability that all of it is right, and the probabilities of each digit.",
      "Exits with 1 if one of them was not read."
    },
    showDefaultValues = true,
    sortOptions = false)
public final class ReadCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "IMAGE",
      arity = "1..*",
      description = "PNG or JPEG files, a check on each.")
  private List<Path> images;

  @Option(
      names = "--model",
      paramLabel = "RUN",
      required = true,
      description = "Folder of the run whose network reads, such as of examples/check-reader.yaml.")
  private Path model;

  @Option(
      names = "--refuse-below",
      paramLabel = "P",
      defaultValue = "0",
      converter = Probability.class,
      description = "Refuse to read amounts that are right with less than this probability.")
  private double least;

  @Option(
      names = "--explain",
      description =
          "Write an image of each: what was found where, what the network saw, and what of it"
              + " counted.")
  private boolean explain;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for these images. Default: beside each image.")
  private Path out;

  @Mixin private JsonTarget json;

  /** From 0 to 1. */
  static final class Probability implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      try {
        double value = Double.parseDouble(text);
        if (value >= 0 && value <= 1) {
          return value;
        }
      } catch (NumberFormatException e) {
        // the message below serves for both
      }
      throw new TypeConversionException("must be a number from 0 to 1, but is '" + text + "'");
    }
  }

  @Override
  public Integer call() {
    json.check();
    List<ReadCheck> read =
        new CheckFileReading(model, least, explain, out, json.console()).read(images);
    json.write(read);
    return read.stream().allMatch(ReadCheck::accepted) ? ExitCode.OK : ExitCode.FAILED;
  }
}
