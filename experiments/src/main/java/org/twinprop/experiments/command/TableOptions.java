package org.twinprop.experiments.command;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How tables of predictions are read and their groups judged, by every verb that does. */
final class TableOptions {
  @Option(names = "--regression", description = "Labels and predictions are numbers.")
  private boolean regression;

  @Option(
      names = "--minimum-group-size",
      paramLabel = "N",
      defaultValue = "10",
      converter = WholeNumber.AtLeastOne.class,
      description = "Smaller groups are shown, not compared.")
  private int minimum;

  @Option(
      names = "--separator",
      paramLabel = "CHARACTER",
      defaultValue = ",",
      description = "Between the fields of a row.")
  private char separator;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      converter = Seed.class,
      description = "Of the resampling: the same seed gives the same numbers.")
  private long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "New or empty folder for the results. Default: one in runs/.")
  private Path out;

  boolean regression() {
    return regression;
  }

  int minimum() {
    return minimum;
  }

  char separator() {
    return separator;
  }

  long seed() {
    return seed;
  }

  Optional<Path> out() {
    return Optional.ofNullable(out);
  }
}
