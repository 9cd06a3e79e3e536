package org.twinprop.data.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.twinprop.data.check.CheckRenderer;
import org.twinprop.data.check.CheckWriters;
import org.twinprop.data.check.Damage;
import org.twinprop.data.check.Quad;
import org.twinprop.data.check.RenderedCheck;
import org.twinprop.data.pen.PenDigits;

class CheckReaderTest {
  private static final int CHECKS = 6;
  private static final long SEED = 5;
  private static final CheckReader READER =
      new CheckReader(new Neighbours(CutOutDigits.of(PenDigits.draw(40, 30, 1), 1, 1)));

  private static RenderedCheck check(int index) {
    CheckWriters writers = CheckWriters.of(PenDigits.draw(12, 40, 2));
    return new CheckRenderer(writers, Damage.LIGHT).render(SEED, index);
  }

  @Test
  void paperAndBoxAreFoundWhereTheyAreAndMostAmountsAreRead() {
    int right = 0;
    for (int i = 0; i < CHECKS; i++) {
      RenderedCheck check = check(i);
      CheckReading reading = READER.read(Photo.of(check.image()));
      requireNear(check.truth().check(), reading.paper().orElseThrow());
      requireNear(check.truth().amountField(), reading.field().orElseThrow());
      boolean same =
          reading.amount().isPresent()
              && reading.amount().get().cents() == check.truth().amountCents();
      right += same ? 1 : 0;
    }
    assertTrue(right >= CHECKS / 2, right + " of " + CHECKS);
  }

  private static void requireNear(Quad truth, Quadrilateral found) {
    for (int i = 0; i < 4; i++) {
      double dx = truth.corners().get(i).x() - found.corners().get(i).x;
      double dy = truth.corners().get(i).y() - found.corners().get(i).y;
      assertTrue(Math.hypot(dx, dy) < 10, "%s but found %s".formatted(truth, found));
    }
  }

  @Test
  void theSamePhotoIsReadTheSameWay() {
    RenderedCheck check = check(1);
    AmountReading once = READER.read(Photo.of(check.image())).amount().orElseThrow();
    AmountReading again = READER.read(Photo.of(check.image())).amount().orElseThrow();
    assertEquals(once.cents(), again.cents());
    assertEquals(once.confidence(), again.confidence());
  }

  @Test
  void anImageThatIsAllDarkHasNoBox() {
    BufferedImage dark = new BufferedImage(1200, 540, BufferedImage.TYPE_BYTE_GRAY);
    CheckReading reading = READER.read(Photo.of(dark));
    assertEquals("no box for the amount was found on it", reading.refusal());
  }

  @Test
  void aPhotoWithoutCheckIsRefusedWithTheReason() {
    CheckReading square = READER.read(Photo.of(grey(600, 600)));
    assertTrue(square.amount().isEmpty());
    assertTrue(square.refusal().startsWith("no check was found"), square.refusal());
    CheckReading blank = READER.read(Photo.of(grey(1200, 540)));
    assertTrue(blank.refusal().startsWith("no box"), blank.refusal());
  }

  private static BufferedImage grey(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, 0xdddddd);
      }
    }
    return image;
  }
}
