package org.twinprop.data.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.twinprop.data.BadInput;
import org.twinprop.data.DigitExamples;
import org.twinprop.data.pen.Chance;

/** The people whose digits stand on checks. */
public final class CheckWriters {
  private static final String WRITER = "writer";
  private static final String POPULATION = "population";

  /** Of fewer different digits than these no variety of amounts can be made. */
  private static final int LEAST_VARIETY = 4;

  private final String description;
  private final List<List<CheckWriter>> populations;

  private CheckWriters(String description, List<List<CheckWriter>> populations) {
    this.description = description;
    this.populations = populations;
  }

  /**
   * All writers of some digits, such as the test digits of a source, whom no network has seen.
   * Writers with examples of fewer than four different digits are left out.
   *
   * @throws BadInput if it is not known who wrote the digits, or if nobody is left
   */
  public static CheckWriters of(DigitExamples digits) {
    return of(digits, writer -> true);
  }

  /**
   * Some writers of some digits.
   *
   * @param chosen by name, as in the group column "writer"
   * @throws BadInput if it is not known who wrote the digits, or if nobody is left
   */
  public static CheckWriters of(DigitExamples digits, Predicate<String> chosen) {
    if (!digits.groupColumns().containsAll(List.of(WRITER, POPULATION))) {
      throw new BadInput(
          "%s: a check is written by one person, and nothing says who wrote which digit; fetch QMNIST's files with './twinprop data get mnist'"
              .formatted(digits.description()));
    }
    Map<String, List<CheckWriter>> populations = new LinkedHashMap<>();
    rowsByWriter(digits)
        .forEach(
            (name, rows) -> {
              CheckWriter writer = writer(digits, name, rows);
              if (chosen.test(name) && writer.variety() >= LEAST_VARIETY) {
                populations
                    .computeIfAbsent(writer.population(), group -> new ArrayList<>())
                    .add(writer);
              }
            });
    if (populations.isEmpty()) {
      throw new BadInput(
          "%s: no writer with examples of at least %d different digits; give a larger set"
              .formatted(digits.description(), LEAST_VARIETY));
    }
    return new CheckWriters(digits.description(), List.copyOf(populations.values()));
  }

  private static Map<String, List<Integer>> rowsByWriter(DigitExamples digits) {
    Map<String, List<Integer>> rows = new LinkedHashMap<>();
    for (int row = 0; row < digits.size(); row++) {
      rows.computeIfAbsent(digits.group(WRITER, row), name -> new ArrayList<>()).add(row);
    }
    return rows;
  }

  private static CheckWriter writer(DigitExamples digits, String name, List<Integer> rows) {
    List<List<Integer>> rowsOfDigit =
        Stream.generate(ArrayList<Integer>::new)
            .limit(10)
            .<List<Integer>>map(list -> list)
            .toList();
    rows.forEach(row -> rowsOfDigit.get(digits.classOf(row)).add(row));
    return new CheckWriter(name, digits.group(POPULATION, rows.get(0)), digits, rowsOfDigit);
  }

  /** What digits these are and how many people wrote them. */
  @Override
  public String toString() {
    return "%s, by %d people".formatted(description, all().size());
  }

  /** Everyone, population by population. */
  public List<CheckWriter> all() {
    return populations.stream().flatMap(List::stream).toList();
  }

  /** First a population, each as likely, and then one of its people. */
  CheckWriter draw(Chance chance) {
    return chance.oneOf(chance.oneOf(populations));
  }
}
