package org.twinprop.experiments.gpucheck;

import java.time.Instant;
import java.util.List;
import org.twinprop.experiments.folder.Machine;

/**
 * What the check found so far.
 *
 * @param complete whether every part has had its turn
 * @param ok whether it is complete and all is well
 * @param started when
 * @param seconds since then
 * @param subject what was checked
 * @param machine where
 * @param parts in the order in which they ran
 */
public record Report(
    boolean complete,
    boolean ok,
    Instant started,
    double seconds,
    Subject subject,
    Machine machine,
    List<PartResult> parts) {
  /** Keeps an unmodifiable copy of the list. */
  public Report {
    parts = List.copyOf(parts);
  }

  static Report of(
      boolean complete,
      Instant started,
      double seconds,
      Subject subject,
      Machine machine,
      List<PartResult> parts) {
    boolean ok = complete && parts.stream().allMatch(PartResult::well);
    return new Report(complete, ok, started, seconds, subject, machine, parts);
  }
}
