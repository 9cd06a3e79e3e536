package org.twinprop.experiments.gpucheck;

/**
 * One part's entry in the report.
 *
 * @param name of the part
 * @param verdict about it
 * @param summary in one line
 * @param optional whether the check is complete without it
 * @param seconds it took
 * @param budgetSeconds it might have taken
 * @param measured everything; null if nothing
 */
public record PartResult(
    String name,
    PartVerdict verdict,
    String summary,
    boolean optional,
    double seconds,
    double budgetSeconds,
    Object measured) {
  static PartResult of(Part part, Finding finding, Stopwatch watch) {
    return new PartResult(
        part.name(),
        finding.verdict(),
        finding.summary(),
        finding.optional(),
        watch.seconds(),
        watch.budget().toNanos() / 1e9,
        finding.measured());
  }

  boolean well() {
    return verdict == PartVerdict.PASSED || (verdict == PartVerdict.NOT_RUN && optional);
  }
}
