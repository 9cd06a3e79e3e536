package org.twinprop.trainer.search;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MedianStoppingTest {
  private static final MedianStopping RULE = new MedianStopping(1, 4);
  private static final List<List<Double>> OTHERS =
      List.of(List.of(0.4, 0.1), List.of(0.5), List.of(0.6, 0.3), List.of(0.9, 0.2));

  @Test
  void endsWhatIsWorseThanTheMedian() {
    assertTrue(RULE.hopeless(1, 0.56, OTHERS)); // the median of four is 0.55
    assertFalse(RULE.hopeless(1, 0.55, OTHERS));
    assertFalse(RULE.hopeless(1, 0.1, OTHERS));
  }

  @Test
  void needsEnoughOthersThatCameThisFar() {
    assertFalse(RULE.hopeless(2, 0.9, OTHERS)); // three came to the second epoch
    assertTrue(new MedianStopping(1, 3).hopeless(2, 0.9, OTHERS));
    assertFalse(RULE.hopeless(3, 0.9, OTHERS));
  }

  @Test
  void sparesEarlyEpochs() {
    assertFalse(new MedianStopping(2, 1).hopeless(1, 9, OTHERS));
    assertTrue(new MedianStopping(2, 1).hopeless(2, 9, OTHERS));
  }
}
