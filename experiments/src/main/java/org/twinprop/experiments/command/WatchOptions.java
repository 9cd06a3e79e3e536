package org.twinprop.experiments.command;

import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** {@code --watch}: whether, and where, to show the report while a run goes on. */
final class WatchOptions {
  @Option(
      names = "--watch",
      description =
          "Show the report in a browser while training, at an address of this machine alone.")
  private boolean watch;

  @Option(
      names = "--watch-port",
      paramLabel = "N",
      converter = WholeNumber.Port.class,
      description = "The port to show it at; --watch alone takes any that is free.")
  private Integer port;

  /** Empty if nobody wants to watch; 0 for any port. */
  OptionalInt port() {
    if (port != null) {
      return OptionalInt.of(port);
    }
    return watch ? OptionalInt.of(0) : OptionalInt.empty();
  }
}
