package org.twinprop.experiments.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
public final class ProgramVersion implements IVersionProvider {
  /** The version in the jar's manifest; "development" where classes lie in a folder. */
  public static String number() {
    return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"Twinprop " + number() + " on Java " + Runtime.version()};
  }
}
