package org.twinprop.data;

import java.util.List;

/**
 * Digits to learn from and digits to be tested with, written by different people.
 *
 * @param train examples to fit and to choose with
 * @param test examples for the last word only
 * @param provenance the files read, with checksums; empty for generated digits
 */
public record DigitSource(DigitExamples train, DigitExamples test, List<SourceFile> provenance) {
  /** Keeps an unmodifiable copy of the list. */
  public DigitSource {
    provenance = List.copyOf(provenance);
  }
}
