package org.twinprop.experiments.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.data.Examples;
import org.twinprop.experiments.file.Setting;
import org.twinprop.experiments.file.Settings;

class SearchDataTest {
  private static final int ROWS = 400;

  @TempDir Path folder;

  /** Numbers with outliers, so that every part has another mean. */
  private Path table() throws IOException {
    SplittableRandom random = new SplittableRandom(5);
    StringBuilder text = new StringBuilder("size,town,price\n");
    for (int row = 0; row < ROWS; row++) {
      double size = Math.exp(3 * random.nextDouble());
      text.append(
          String.format(
              Locale.ROOT,
              "%.4f,%s,%.4f%n",
              size,
              row % 3 == 0 ? "Aa" : "Bb",
              5 * size + Math.exp(4 * random.nextDouble())));
    }
    return Files.writeString(folder.resolve("some.csv"), text);
  }

  private static double[] inputs(Examples examples) {
    int[] rows = IntStream.range(0, examples.size()).toArray();
    try (INDArray x = Nd4j.create(DataType.DOUBLE, rows.length, examples.inputShape()[0])) {
      examples.inputs(rows, x);
      return x.data().asDouble();
    }
  }

  /** Mean and deviation of the first feature. */
  private static double[] moments(Examples examples) {
    double[] all = inputs(examples);
    int width = (int) examples.inputShape()[0];
    double mean = 0;
    double square = 0;
    for (int row = 0; row < examples.size(); row++) {
      mean += all[row * width] / examples.size();
      square += all[row * width] * all[row * width] / examples.size();
    }
    return new double[] {mean, Math.sqrt(square - mean * mean)};
  }

  @Test
  void everythingIsFittedToWhatCandidatesLearnFromAlone() throws IOException {
    Settings settings =
        Settings.given(
            Path.of("some"),
            List.of(
                new Setting("experiment", "table", "test"),
                new Setting("csv", table().toString(), "test"),
                new Setting("target", "price", "test"),
                new Setting("network", "dense(1) | mse", "test"),
                new Setting("learning_rate", "log(1e-3, 1e-1)", "test")),
            SearchKeys.names());
    SearchData data = SearchData.load(SearchPlan.of(settings));
    Examples train = data.parts().train();
    Examples validation = data.parts().validation();
    assertEquals("size", train.featureNames().get(0));
    assertEquals(0, moments(train)[0], 1e-9);
    assertEquals(1, moments(train)[1], 1e-9);
    assertTrue(Math.abs(moments(validation)[0]) > 1e-3, "validation took part in the fit");
    double mean =
        IntStream.range(0, train.size()).mapToDouble(train::valueOf).average().orElseThrow();
    for (Examples part : List.of(train, validation, data.parts().test())) {
      assertEquals(mean, part.targetScale().mean(), 1e-9 * Math.abs(mean));
      assertEquals(train.featureNames(), part.featureNames());
    }
    assertEquals(ROWS, train.size() + validation.size() + data.parts().test().size());
  }
}
