package org.twinprop.data.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.twinprop.data.BadInput;

/**
 * What the cells of a column hold.
 *
 * @param name of the column
 * @param texts its cells
 * @param numbers what they say as numbers, dates as days since 1970-01-01, NaN where they say
 *     nothing or another text
 * @param dates whether the numbers are days of dates
 * @param missing cells that say nothing
 * @param notNumbers cells that say something else than a number
 * @param firstNotNumber the row of the first of those; -1 if there is none
 * @param counts how often each text occurs, in order of appearance, missing ones left out
 */
record ColumnFacts(
    String name,
    List<String> texts,
    double[] numbers,
    boolean dates,
    int missing,
    int notNumbers,
    int firstNotNumber,
    Map<String, Integer> counts) {
  /** The share of cells with a text among numbers that is taken for slips of the pen. */
  private static final double SLIPS = 0.02;

  /**
   * @throws BadInput if a cell says that it is infinite; names its line
   */
  static ColumnFacts of(Table table, String name) {
    ColumnFacts facts = read(table, name, false);
    if (facts.numeric() || facts.known() == 0) {
      return facts;
    }
    ColumnFacts dates = read(table, name, true);
    return dates.numeric() ? dates : facts;
  }

  private static ColumnFacts read(Table table, String name, boolean dates) {
    List<String> texts = table.column(name);
    double[] numbers = new double[texts.size()];
    int missing = 0;
    int notNumbers = 0;
    int firstNotNumber = -1;
    int infinite = -1;
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (int row = 0; row < numbers.length; row++) {
      String text = texts.get(row);
      OptionalDouble number = dates ? CellText.days(text) : CellText.number(text);
      numbers[row] = number.orElse(Double.NaN);
      if (CellText.missing(text)) {
        missing++;
        continue;
      }
      counts.merge(text, 1, Integer::sum);
      if (number.isEmpty()) {
        notNumbers++;
        firstNotNumber = firstNotNumber < 0 ? row : firstNotNumber;
      } else if (Double.isInfinite(numbers[row]) && infinite < 0) {
        infinite = row;
      }
    }
    ColumnFacts facts =
        new ColumnFacts(name, texts, numbers, dates, missing, notNumbers, firstNotNumber, counts);
    if (infinite >= 0 && facts.numeric()) {
      throw new BadInput(
          "%s: is '%s', no finite number; mend it, leave it empty if it is not known, or leave the column out with --exclude"
              .formatted(table.place(infinite, name), texts.get(infinite)));
    }
    return facts;
  }

  int rows() {
    return texts.size();
  }

  int known() {
    return rows() - missing;
  }

  int distinct() {
    return counts.size();
  }

  /** Whether it holds numbers, but for a few slips of the pen. */
  boolean numeric() {
    return known() > 0 && notNumbers <= SLIPS * known() && notNumbers < known();
  }

  /** Whether all its numbers are whole. */
  boolean whole() {
    return numeric()
        && Arrays.stream(numbers).filter(Double::isFinite).allMatch(one -> one == Math.rint(one));
  }

  /**
   * Whether its numbers are at least this share of the whole numbers from the least to the largest
   * of them, as those of a counter are.
   */
  boolean fills(double share) {
    DoubleSummaryStatistics all = Arrays.stream(known(numbers)).summaryStatistics();
    return distinct() >= share * (all.getMax() - all.getMin() + 1);
  }

  double[] known(double[] of) {
    return Arrays.stream(of).filter(Double::isFinite).toArray();
  }

  /** {@code 12 are missing}; empty if none is. */
  String missingWords() {
    return missing == 0
        ? ""
        : String.format(Locale.ROOT, "; %,d of %,d cells are missing", missing, rows());
  }

  /** {@code from 1 to 7, median 3}. */
  String range() {
    double[] sorted = known(numbers);
    Arrays.sort(sorted);
    return "%s to %s, median %s"
        .formatted(
            written(sorted[0]),
            written(sorted[sorted.length - 1]),
            written(sorted[sorted.length / 2]));
  }

  /** One of its numbers for a person. */
  String written(double number) {
    return dates ? LocalDate.ofEpochDay((long) Math.floor(number)).toString() : plain(number);
  }

  /** Whether it holds dates, most likely, in a way of writing that is not read. */
  boolean dateLike() {
    return !numeric() && counts.keySet().stream().allMatch(CellText::dateLike);
  }

  static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? String.format(Locale.ROOT, "%,.0f", number)
        : new BigDecimal(number).round(new MathContext(4)).stripTrailingZeros().toPlainString();
  }
}
