package org.twinprop.data.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class GrammarTest {
  private static Grammar after(Sign... signs) {
    Grammar place = Grammar.START;
    for (Sign sign : signs) {
      place = place.after(sign);
    }
    return place;
  }

  @Test
  void aHundredStandsUnderTwoCentsAndNothingElseDoes() {
    Grammar cents = after(Sign.DOLLARS, Sign.CENTS, Sign.CENTS);
    assertEquals(List.of(Sign.HUNDRED), cents.next(Row.LOWERED));
    assertEquals(
        List.of(),
        cents.after(Sign.HUNDRED).after(Sign.HUNDRED).after(Sign.HUNDRED).next(Row.LOWERED));
    assertEquals(List.of(), after(Sign.DOLLARS, Sign.CENTS).next(Row.LOWERED));
    assertEquals(List.of(), after(Sign.DOLLARS).next(Row.LOWERED));
  }

  @Test
  void centsStandOverAStrokeOnceTheDollarsAreWhole() {
    assertEquals(List.of(Sign.CENTS), after(Sign.DOLLARS).next(Row.RAISED));
    assertEquals(List.of(), after(Sign.DOLLARS, Sign.COMMA, Sign.DOLLARS).next(Row.RAISED));
    assertEquals(List.of(), Grammar.START.next(Row.RAISED));
  }

  @Test
  void aWholeHundredEndsAnAmountBetterThanHalfOfOne() {
    Grammar one = after(Sign.DOLLARS, Sign.CENTS, Sign.CENTS, Sign.HUNDRED);
    Grammar whole = one.after(Sign.HUNDRED).after(Sign.HUNDRED);
    assertEquals(0, whole.end(true), 1e-12);
    assertTrue(one.end(true) < 0, "a hundred of one digit costs nothing");
    assertEquals(Double.NEGATIVE_INFINITY, after(Sign.DOLLARS, Sign.CENTS).end(true));
  }
}
