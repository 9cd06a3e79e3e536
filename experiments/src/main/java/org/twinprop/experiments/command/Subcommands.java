package org.twinprop.experiments.command;

import picocli.CommandLine.Model.CommandSpec;

/** What can follow a verb. */
final class Subcommands {
  private Subcommands() {}

  /** The names, joined by commas. */
  static String of(CommandSpec spec) {
    return String.join(", ", spec.subcommands().keySet());
  }
}
