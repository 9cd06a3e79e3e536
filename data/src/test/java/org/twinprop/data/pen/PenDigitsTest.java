package org.twinprop.data.pen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.twinprop.data.DigitExamples;
import org.twinprop.data.DigitSource;
import org.twinprop.data.Examples;
import org.twinprop.data.Sha256;

class PenDigitsTest {
  private static final DigitSource STANDARD = PenDigits.source();
  private static final DigitExamples TRAIN = (DigitExamples) STANDARD.train();
  private static final DigitExamples TEST = (DigitExamples) STANDARD.test();

  @Test
  void theStandardSetIsTheSameOnEveryMachine() {
    assertEquals(
        "edfbaee439136ace03e275499b207cc5c6a30f513a564f3302e64285bb79c04d", checksum(TRAIN));
    assertEquals(
        "26f87c2c91fccd4455a887ccedcbc57a304310430500650a5cc3612310b307db", checksum(TEST));
  }

  @Test
  void theSameSeedDrawsTheSameDigitsAndAnotherSeedOthers() {
    assertEquals(checksum(PenDigits.draw(6, 20, 5)), checksum(PenDigits.draw(6, 20, 5)));
    assertFalse(checksum(PenDigits.draw(6, 20, 5)).equals(checksum(PenDigits.draw(6, 20, 6))));
  }

  @Test
  void theStandardSetHasTheSizeThatItClaims() {
    assertEquals(6_000, TRAIN.size());
    assertEquals(2_000, TEST.size());
    assertArrayEquals(new long[] {1, 28, 28}, TRAIN.inputShape());
    assertEquals(120, groups(TRAIN, "writer").size());
    assertEquals(40, groups(TEST, "writer").size());
    assertTrue(TRAIN.description().contains("6,000 digits by 120 simulated writers"));
  }

  @Test
  void nobodyWritesForBothTrainingAndTest() {
    assertTrue(
        Collections.disjoint(groups(TRAIN, "writer").keySet(), groups(TEST, "writer").keySet()));
  }

  @Test
  void digitsAndPopulationsAreEven() {
    assertEquals(Set.of(600L), Set.copyOf(groups(TRAIN, "digit").values()));
    assertEquals(
        Map.of("upright print", 2_000L, "slanted cursive", 2_000L, "hurried", 2_000L),
        groups(TRAIN, "population"));
    assertEquals(
        Map.of("upright print", 700L, "slanted cursive", 650L, "hurried", 650L),
        groups(TEST, "population"));
  }

  @Test
  void theFirstRowsAreAFairSample() {
    Examples first = TRAIN.select(IntStream.range(0, 120).toArray());
    assertEquals(120, groups(first, "writer").size());
    assertEquals(Set.of(12L), Set.copyOf(groups(first, "digit").values()));
    assertEquals(Set.of(40L), Set.copyOf(groups(first, "population").values()));
  }

  @Test
  void aWriterStaysInOnePopulation() {
    Set<List<String>> pairs = new HashSet<>();
    for (int row = 0; row < TRAIN.size(); row++) {
      pairs.add(List.of(TRAIN.group("writer", row), TRAIN.group("population", row)));
    }
    assertEquals(120, pairs.size());
  }

  @Test
  void everyImageFillsABoxOf20PixelsWithDarkInk() {
    for (int row = 0; row < TEST.size(); row++) {
      InkBox box = InkBox.of(TEST.image(row));
      assertTrue(Math.max(box.width(), box.height()) <= 20, "row " + row + " " + box);
      assertTrue(Math.max(box.width(), box.height()) >= 19, "row " + row + " " + box);
      assertEquals(255, box.darkest(), "row " + row);
    }
  }

  @Test
  void everyImageIsCentredByItsMass() {
    for (int row = 0; row < TEST.size(); row++) {
      InkBox box = InkBox.of(TEST.image(row));
      assertEquals(13.5, box.massX(), 0.51, "row " + row);
      assertEquals(13.5, box.massY(), 0.51, "row " + row);
    }
  }

  @Test
  void strokesHaveSoftEdges() {
    byte[] image = TEST.image(0);
    long grey = IntStream.range(0, 784).filter(i -> image[i] != 0 && image[i] != -1).count();
    assertTrue(grey > 20, "grey pixels: " + grey);
  }

  @Test
  void digitsOfUnknownWritersLookLikeTheMeanDigitOfTheirClass() {
    NearestMean means = NearestMean.of(TRAIN);
    assertTrue(means.accuracy(TEST, "upright print") > 0.8);
    assertTrue(means.accuracy(TEST, "slanted cursive") > 0.8);
    assertTrue(means.accuracy(TEST, "hurried") > 0.7);
    assertTrue(means.accuracy(TEST, "hurried") < means.accuracy(TEST, "upright print"));
  }

  @Test
  void oneWritersDigitsAreAlikeButNeverTheSame() {
    DigitExamples digits = PenDigits.draw(3, 50, 8);
    Set<List<Byte>> images = new HashSet<>();
    for (int row = 0; row < digits.size(); row++) {
      byte[] image = digits.image(row);
      images.add(IntStream.range(0, 784).mapToObj(i -> image[i]).toList());
    }
    assertEquals(150, images.size());
  }

  @Test
  void anEmptyCrowdIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> PenDigits.draw(0, 10, 1));
    assertThrows(IllegalArgumentException.class, () -> PenDigits.draw(10, 0, 1));
  }

  private static String checksum(DigitExamples digits) {
    ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    for (int row = 0; row < digits.size(); row++) {
      pixels.writeBytes(digits.image(row));
    }
    try {
      return Sha256.of(new ByteArrayInputStream(pixels.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Long> groups(Examples examples, String column) {
    return IntStream.range(0, examples.size())
        .mapToObj(row -> examples.group(column, row))
        .collect(Collectors.groupingBy(group -> group, Collectors.counting()));
  }
}
