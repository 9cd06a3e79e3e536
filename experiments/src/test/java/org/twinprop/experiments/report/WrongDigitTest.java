package org.twinprop.experiments.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.twinprop.experiments.folder.FewDigits;
import org.twinprop.trainer.evaluation.Predictions;

class WrongDigitTest {
  private final Predictions predictions =
      FewDigits.predictions("handwritten", new int[] {8, 1, 4}, new float[] {0.6f, 0.9f, 0.7f});

  @Test
  void theSurestMistakeComesFirst() {
    List<WrongDigit> wrong = WrongDigit.mostConfident(predictions, null, 10);
    assertEquals(List.of("9", "0"), wrong.stream().map(WrongDigit::label).toList());
    assertEquals(List.of("4", "8"), wrong.stream().map(WrongDigit::predicted).toList());
    assertEquals(0.7f, wrong.get(0).score());
    assertEquals("", wrong.get(0).group());
  }

  @Test
  void theLimitIsForEachGroup() {
    assertEquals(1, WrongDigit.mostConfident(predictions, null, 1).size());
    List<WrongDigit> each = WrongDigit.mostConfident(predictions, "person", 1);
    assertEquals(
        List.of(FewDigits.NAMES.get(2), FewDigits.NAMES.get(0)),
        each.stream().map(WrongDigit::group).toList());
  }

  @Test
  void inkIsDarkOnWhitePaper() throws IOException {
    WrongDigit nine = WrongDigit.mostConfident(predictions, null, 1).get(0);
    String prefix = "data:image/png;base64,";
    assertEquals(prefix, nine.image().substring(0, prefix.length()));
    byte[] png = Base64.getDecoder().decode(nine.image().substring(prefix.length()));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertEquals(FewDigits.WIDTH, image.getWidth());
    assertEquals(FewDigits.HEIGHT, image.getHeight());
    assertEquals(0, image.getRaster().getSample(2, 0, 0));
    assertEquals(255, image.getRaster().getSample(0, 0, 0));
    assertEquals(255, image.getRaster().getSample(2, 1, 0));
  }
}
