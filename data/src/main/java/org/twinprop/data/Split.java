package org.twinprop.data;

/**
 * Examples in two parts that share no example and, if split by a column, no group of it.
 *
 * @param kept the greater part, e.g. to fit with
 * @param heldOut the rest, e.g. to choose with
 */
public record Split(Examples kept, Examples heldOut) {
  /**
   * Both parts in one, the kept one first.
   *
   * @throws IllegalArgumentException if they are no parts of the same examples
   */
  public Examples whole() {
    return SelectedExamples.together(kept, heldOut);
  }
}
