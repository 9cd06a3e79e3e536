package org.twinprop.trainer.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class GroupErrorRatesTest {
  private final Predictions predictions =
      new PredictedDigits()
          .writer("students", "a", 40, 8)
          .writer("students", "b", 60, 2)
          .writer("employees", "c", 95, 0)
          .writer("employees", "d", 5, 1)
          .predictions();

  private GroupErrorRate find(String column, String group) {
    return GroupErrorRates.of(predictions, 10).stream()
        .filter(rate -> rate.column().equals(column) && rate.group().equals(group))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyoneComesFirst() {
    GroupErrorRate all = GroupErrorRates.of(predictions, 10).get(0);
    assertEquals(GroupErrorRates.OVERALL, all.column());
    assertEquals(200, all.n());
    assertEquals(11, all.errors());
    assertEquals(0.055, all.errorRate(), 1e-15);
  }

  @Test
  void everyGroupOfEveryColumnIsThere() {
    List<String> columns =
        GroupErrorRates.of(predictions, 10).stream().map(GroupErrorRate::column).toList();
    assertEquals(1 + 2 + 4 + 10, columns.size());
  }

  /** By the formula, with z = 1.959963984540054, n = 100 and 10 errors. */
  @Test
  void theIntervalIsWilsons() {
    GroupErrorRate students = find("population", "students");
    assertEquals(0.1, students.errorRate(), 1e-15);
    assertEquals(0.05522913706067509, students.low(), 1e-12);
    assertEquals(0.17436566150491345, students.high(), 1e-12);
  }

  @Test
  void aGroupWithoutErrorsStillHasAnUpperEnd() {
    GroupErrorRate clean = find("writer", "c");
    assertEquals(0, clean.low(), 1e-15);
    assertTrue(clean.high() > 0.03 && clean.high() < 0.05);
  }

  @Test
  void smallGroupsAreMarkedAndNotDropped() {
    assertTrue(find("writer", "d").small());
    assertFalse(find("writer", "c").small());
  }
}
