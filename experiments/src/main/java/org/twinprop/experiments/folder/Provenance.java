package org.twinprop.experiments.folder;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What made a run: everything needed to make it again, and to tell why another came out different.
 * It becomes {@code run.json}.
 *
 * @param outcome how it ended
 * @param commandLine as it was typed, word by word
 * @param seed of everything random
 * @param started when
 * @param seconds of wall time from there to the end
 * @param data where the examples came from
 * @param unit the column of what examples belong to, such as {@code writer}; null if there is none
 * @param build which Twinprop
 * @param backend what computed the arrays
 * @param machine on what computer
 */
public record Provenance(
    Outcome outcome,
    List<String> commandLine,
    long seed,
    Instant started,
    double seconds,
    List<DataOrigin> data,
    String unit,
    Build build,
    Backend backend,
    Machine machine) {
  /** Keeps unmodifiable copies of the lists. */
  public Provenance {
    commandLine = List.copyOf(commandLine);
    data = List.copyOf(data);
  }

  /** With the column whose values belong together. */
  public Provenance withUnit(Optional<String> column) {
    return new Provenance(
        outcome,
        commandLine,
        seed,
        started,
        seconds,
        data,
        column.orElse(null),
        build,
        backend,
        machine);
  }

  /** Of a run by this program on this computer. */
  public static Provenance of(
      Outcome outcome,
      List<String> commandLine,
      long seed,
      Instant started,
      double seconds,
      List<DataOrigin> data) {
    return new Provenance(
        outcome,
        commandLine,
        seed,
        started,
        seconds,
        data,
        null,
        Build.ofThisProgram(),
        Backend.inUse(),
        Machine.here());
  }
}
