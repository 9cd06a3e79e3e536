package org.twinprop.experiments.bench;

import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.console.ItemProgress;

/** Shows how many have warmed up, and then how many turns are done. */
final class RaceProgress implements Race.Progress, AutoCloseable {
  private final Console console;
  private final int contestants;
  private final int turns;
  private ItemProgress shown;

  RaceProgress(Console console, int contestants, int rounds) {
    this.console = console;
    this.contestants = contestants;
    turns = contestants * rounds;
    shown = new ItemProgress(console, "contestants warmed up", contestants);
  }

  @Override
  public void warm(int count) {
    shown.done(count);
    if (count == contestants) {
      shown.close();
      shown = new ItemProgress(console, "turns", turns);
    }
  }

  @Override
  public void done(int count) {
    shown.done(count);
  }

  @Override
  public void close() {
    shown.close();
  }
}
