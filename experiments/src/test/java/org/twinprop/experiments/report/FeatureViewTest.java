package org.twinprop.experiments.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.data.Examples;
import org.twinprop.data.pen.PenDigits;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.initializer.He;

class FeatureViewTest {
  private static final Examples DIGITS = PenDigits.draw(2, 20, 7);

  private static Network network(String text) {
    return Network.of(text, Shape.of(1, 28, 28), DataType.FLOAT, new He(false), 1);
  }

  private static Network convolution() {
    return network("conv(2,3) relu flatten dense(10) | softmax-xent");
  }

  @Test
  void aFeatureMapIsTheKernelsAnswerAtEveryPlaceOfTheImage() throws IOException {
    try (Network network = convolution()) {
      // one kernel takes the middle of its patch, the other the negative of that
      INDArray W = network.parameters().get("W1");
      W.assign(0);
      W.putScalar(new int[] {0, 0, 1, 1}, 1);
      W.putScalar(new int[] {1, 0, 1, 1}, -1);
      Features features = FeatureView.of(network, DIGITS).orElseThrow().now();
      float[][] ink = firstImage();
      BufferedImage map = image(features.kernels().get(0).pictures().get(2));
      BufferedImage negative = image(features.kernels().get(1).pictures().get(2));
      int cell = map.getWidth() / 26;
      int dark = 0;
      for (int y = 0; y < 26; y++) {
        for (int x = 0; x < 26; x++) {
          float here = ink[y + 1][x + 1];
          int share = Math.round(255 * (1 - here));
          assertEquals(share, map.getRGB(x * cell, y * cell) & 0xff, 1, "vermilion has no blue");
          assertEquals(
              share, negative.getRGB(x * cell, y * cell) >> 16 & 0xff, 1, "blue has no red");
          dark += here > 0.5 ? 1 : 0;
        }
      }
      assertTrue(dark > 20, "there is a digit on the image");
      assertTrue(features.caption().endsWith("1 of 2 answer above 0 nowhere."), features.caption());
    }
  }

  private static float[][] firstImage() {
    try (INDArray x = Nd4j.create(DataType.FLOAT, 1, 1, 28, 28)) {
      DIGITS.inputs(new int[] {0}, x);
      return x.reshape(28, 28).toFloatMatrix();
    }
  }

  private static BufferedImage image(Features.Picture picture) throws IOException {
    String base64 = picture.image().substring(picture.image().indexOf(',') + 1);
    return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
  }

  @Test
  void kernelsAreShownAsTheyBeganAndAsTheyAre() {
    try (Network network = convolution()) {
      FeatureView view = FeatureView.of(network, DIGITS).orElseThrow();
      List<Features.Picture> before = view.now().kernels().get(0).pictures();
      assertEquals(before.get(0).image(), before.get(1).image());
      network.parameters().get("W1").muli(1.5);
      Features after = view.now();
      List<Features.Picture> pictures = after.kernels().get(0).pictures();
      assertNotEquals(pictures.get(0).image(), pictures.get(1).image());
      assertTrue(after.why().contains("moved by 50.00% of"), after.why());
      assertTrue(
          pictures.get(1).words().startsWith("Kernel 1 as learned: 3 by 3 numbers from "),
          pictures.get(1).words());
    }
  }

  @Test
  void kernelsWhoseWeightsCancelAreToldFromThoseThatSeeInk() {
    try (Network network = convolution()) {
      INDArray W = network.parameters().get("W1");
      W.assign(0.25);
      for (int u = 0; u < 3; u++) {
        W.putScalar(new int[] {0, 0, u, 0}, -0.25);
        W.putScalar(new int[] {0, 0, u, 1}, 0);
      }
      FeatureView view = FeatureView.of(network, DIGITS).orElseThrow();
      W.assign(0.25);
      String why = view.now().why();
      assertTrue(why.contains("Now 0 of the 2 set some places of their patch against"), why);
      assertTrue(why.contains("; 1 did so when it began."), why);
    }
  }

  @Test
  void aNetworkWithoutKernelsOverImagesHasNothingToShow() {
    try (Network network = network("flatten dense(10) | softmax-xent")) {
      assertEquals(Optional.empty(), FeatureView.of(network, DIGITS));
    }
  }
}
