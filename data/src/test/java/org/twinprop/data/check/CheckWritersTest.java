package org.twinprop.data.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.twinprop.data.BadInput;
import org.twinprop.data.DigitExamples;
import org.twinprop.data.DigitSource;
import org.twinprop.data.RealData;
import org.twinprop.data.pen.Chance;
import org.twinprop.data.pen.PenDigits;

class CheckWritersTest {
  @Test
  void realWritersOfTrainingAndTestAreDisjoint() {
    DigitSource source = RealData.digits();
    Set<String> train = names(CheckWriters.of(source.train()));
    Set<String> test = names(CheckWriters.of(source.test()));
    assertEquals(539, train.size());
    assertEquals(297, test.size());
    test.retainAll(train);
    assertTrue(test.isEmpty(), test.toString());
  }

  @Test
  void populationsWriteEquallyManyChecksHoweverFewTheirWriters() {
    CheckWriters writers = CheckWriters.of(RealData.digits().test());
    Chance chance = Chance.of(1);
    long students =
        IntStream.range(0, 2000)
            .filter(i -> writers.draw(chance).population().equals("high-school students"))
            .count();
    assertEquals(0.5, students / 2000.0, 0.04);
  }

  @Test
  void someWritersCanBeChosenByName() {
    assertEquals(Set.of("pen 003"), names(CheckWriters.of(Crowd.DIGITS, "pen 003"::equals)));
  }

  @Test
  void writersOfTooFewDifferentDigitsAreLeftOut() {
    DigitExamples few = PenDigits.draw(2, 3, 1);
    BadInput refused = assertThrows(BadInput.class, () -> CheckWriters.of(few));
    assertTrue(refused.getMessage().contains("at least 4 different digits"), refused.getMessage());
  }

  @Test
  void digitsOfUnknownWritersAreRefused() {
    DigitExamples anonymous =
        new DigitExamples(
            "digits of nobody", ByteBuffer.allocate(28 * 28), 28, 28, new byte[1], List.of());
    BadInput refused = assertThrows(BadInput.class, () -> CheckWriters.of(anonymous));
    assertTrue(refused.getMessage().startsWith("digits of nobody"), refused.getMessage());
  }

  private static Set<String> names(CheckWriters writers) {
    return writers.all().stream().map(CheckWriter::name).collect(Collectors.toSet());
  }
}
