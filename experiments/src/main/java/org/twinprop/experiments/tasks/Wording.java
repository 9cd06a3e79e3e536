package org.twinprop.experiments.tasks;

import java.util.Optional;
import org.twinprop.experiments.console.Formats;

/**
 * How a person speaks of a task's examples.
 *
 * @param title what it is about, in a few words
 * @param examples what they are, in the plural
 * @param origin where they are from
 * @param advice how to get better ones; empty for none
 * @param caution what a reader of a report should know of them; empty for nothing
 * @param apart why no example is in two parts, where that is not for who wrote them; empty where
 *     people did, or where examples have another unit, so that this is the question
 * @param unit the group column of what examples belong together by, where that is not who wrote
 *     them, such as {@code building_id}
 */
public record Wording(
    String title,
    String examples,
    String origin,
    String advice,
    String caution,
    String apart,
    Optional<String> unit) {
  /** {@code 1 row}, {@code 2,000 rows}. */
  public String count(long number) {
    return Formats.count(number, examples.replaceFirst("s$", ""));
  }

  /** Of examples that people wrote, or that belong to nobody. */
  public Wording(
      String title, String examples, String origin, String advice, String caution, String apart) {
    this(title, examples, origin, advice, caution, apart, Optional.empty());
  }
}
