package org.twinprop.experiments.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeatMapTest {
  private static int colour(BufferedImage image, double across, double down) {
    int x = (int) (across * image.getWidth());
    return image.getRGB(x, (int) (down * image.getHeight())) & 0xffffff;
  }

  @Test
  void signAndMagnitudeHaveColours() {
    double[] values = {-1, 0, 0.5, 1};
    BufferedImage image = HeatMap.draw(values, Tiles.of(new long[] {2, 2}), 1);
    assertEquals(0x0072b2, colour(image, 0.25, 0.25));
    assertEquals(0xffffff, colour(image, 0.75, 0.25));
    assertEquals(0xeaaf80, colour(image, 0.25, 0.75));
    assertEquals(0xd55e00, colour(image, 0.75, 0.75));
  }

  @Test
  void kernelsStandInARowForEachOutput() {
    double[] values = new double[2 * 3];
    values[3] = 1; // output 1, input 0
    BufferedImage image = HeatMap.draw(values, Tiles.of(new long[] {2, 3, 1, 1}), 1);
    assertEquals(0xd55e00, colour(image, 0.15, 0.75));
    assertEquals(0xffffff, colour(image, 0.15, 0.25));
  }

  @Test
  void aSingleLargeEntryIsStillSeenInALargeArray() {
    double[] values = new double[2000 * 1000];
    values[1234567] = -1;
    BufferedImage image = HeatMap.draw(values, Tiles.of(new long[] {2000, 1000}), 1);
    assertTrue(image.getHeight() <= 512, () -> "height " + image.getHeight());
    assertTrue(
        IntStream.range(0, image.getHeight() * image.getWidth())
            .anyMatch(
                i ->
                    (image.getRGB(i % image.getWidth(), i / image.getWidth()) & 0xffffff)
                        == 0x0072b2));
  }

  @ParameterizedTest
  @CsvSource({"1,500", "500,1", "64,3", "3,64"})
  void aVectorIsThickEnoughToBeSeen(long rows, long columns) {
    BufferedImage image =
        HeatMap.draw(new double[(int) (rows * columns)], Tiles.of(new long[] {rows, columns}), 1);
    double ratio = (double) image.getWidth() / image.getHeight();
    assertTrue(ratio > 1 / 17.0 && ratio < 17, () -> "ratio " + ratio);
  }
}
