package org.twinprop.trainer.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.twinprop.trainer.evaluation.PredictedDigits;
import org.twinprop.trainer.evaluation.Predictions;
import org.twinprop.trainer.search.PairedErrors.GroupChange;

class PairedErrorsTest {
  private static final Optional<String> POPULATION = Optional.of("population");

  /** 20 writers of each population; errors of each of them out of 10 digits. */
  private static Predictions digits(int errorsOfA, int errorsOfB) {
    PredictedDigits digits = new PredictedDigits();
    for (int writer = 0; writer < 20; writer++) {
      digits.writer("A", "a" + writer, 10, errorsOfA);
      digits.writer("B", "b" + writer, 10, writer % 2 == 0 ? errorsOfB : 0);
    }
    return digits.predictions();
  }

  private static List<GroupChange> changes(Predictions before, Predictions after) {
    return PairedErrors.of(before, after, POPULATION, Optional.of("writer"), 10, 1);
  }

  @Test
  void everyoneComesFirstAndTheGroupsFollow() {
    List<GroupChange> changes = changes(digits(1, 4), digits(2, 4));
    assertEquals(3, changes.size());
    assertEquals(List.of("A", "B"), List.of(changes.get(1).group(), changes.get(2).group()));
    assertEquals(400, changes.get(0).n());
    assertEquals(0.15, changes.get(0).before(), 1e-12);
    assertEquals(0.2, changes.get(0).after(), 1e-12);
    assertEquals(0.05, changes.get(0).change().value(), 1e-12);
  }

  @Test
  void whatIsAlikeForAllWritersIsSure() {
    GroupChange a = changes(digits(1, 4), digits(2, 4)).get(1);
    assertEquals(0.1, a.change().low(), 1e-12);
    assertEquals(0.1, a.change().high(), 1e-12);
    GroupChange b = changes(digits(1, 4), digits(2, 4)).get(2);
    assertFalse(b.change().excludes(0));
  }

  @Test
  void intervalsAreOfWritersWhoAreDrawnWhole() {
    GroupChange byWriter = changes(digits(1, 0), digits(1, 8)).get(2);
    GroupChange byDigit =
        PairedErrors.of(digits(1, 0), digits(1, 8), POPULATION, Optional.empty(), 10, 1).get(2);
    double wide = byWriter.change().high() - byWriter.change().low();
    double narrow = byDigit.change().high() - byDigit.change().low();
    assertEquals(0.4, byWriter.change().value(), 1e-12);
    assertTrue(byWriter.change().low() < 0.4 && byWriter.change().high() > 0.4);
    // half of the writers wrong about 8 of 10: their spread is that of 20 writers, not 200 digits
    assertTrue(wide > 2 * narrow, wide + " and " + narrow);
  }

  @Test
  void theSameSeedGivesTheSameIntervals() {
    assertEquals(changes(digits(1, 3), digits(2, 6)), changes(digits(1, 3), digits(2, 6)));
  }

  /** 1 - 103/160 is a little less than 57/160, and was 35.62% beside 35.63%. */
  @Test
  void anErrorIsTheCountOfWrongByAllRoundedOnce() {
    Predictions predictions = new PredictedDigits().writer("all", "1", 160, 57).predictions();
    assertEquals(57.0 / 160, predictions.error(), 0);
    assertEquals(57.0 / 160, GroupErrors.of(predictions, "population", 10).worst(), 0);
  }

  @Test
  void groupErrorsLeaveSmallGroupsOut() {
    Predictions predictions =
        new PredictedDigits()
            .writer("large", "1", 20, 5)
            .writer("larger", "2", 40, 2)
            .writer("tiny", "3", 2, 2)
            .predictions();
    GroupErrors errors = GroupErrors.of(predictions, "population", 10);
    assertEquals(3, errors.all().size());
    assertEquals(2, errors.counted());
    assertEquals(0.25, errors.worst(), 1e-12);
    assertEquals("large", errors.worstGroup().orElseThrow().group());
    assertEquals(0.2, errors.largestGap(), 1e-12);
    assertTrue(Double.isNaN(GroupErrors.of(predictions, "population", 100).worst()));
  }
}
