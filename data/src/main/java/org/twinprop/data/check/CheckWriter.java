package org.twinprop.data.check;

import java.util.List;
import org.twinprop.data.DigitExamples;

/** One person and the digits that they wrote. */
public final class CheckWriter {
  private final String name;
  private final String population;
  private final DigitExamples examples;
  private final List<List<Integer>> rowsOfDigit;

  /**
   * @param rowsOfDigit for each digit 0 to 9 the rows of {@code examples} that this person wrote
   */
  CheckWriter(
      String name, String population, DigitExamples examples, List<List<Integer>> rowsOfDigit) {
    this.name = name;
    this.population = population;
    this.examples = examples;
    this.rowsOfDigit = rowsOfDigit.stream().map(List::copyOf).toList();
  }

  /** As in the group column "writer". */
  public String name() {
    return name;
  }

  /** The group that the writer belongs to, as in the group column "population". */
  public String population() {
    return population;
  }

  /** The rows of the examples in which this person wrote the digit; may be empty. */
  public List<Integer> rows(int digit) {
    return rowsOfDigit.get(digit);
  }

  /** Whether there is an example of the digit. */
  public boolean has(int digit) {
    return !rows(digit).isEmpty();
  }

  /** How many of the ten digits there are examples of. */
  public int variety() {
    return (int) rowsOfDigit.stream().filter(rows -> !rows.isEmpty()).count();
  }

  DigitImage image(int row) {
    return new DigitImage(examples.image(row), (int) examples.inputShape()[2]);
  }
}
