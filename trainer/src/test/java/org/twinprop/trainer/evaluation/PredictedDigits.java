package org.twinprop.trainer.evaluation;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.twinprop.data.DigitExamples;
import org.twinprop.data.GroupColumn;

/** Digits with chosen writers and populations, and predictions that are right or wrong as told. */
public final class PredictedDigits {
  private final List<String> populations = new ArrayList<>();
  private final List<String> writers = new ArrayList<>();
  private final List<Boolean> correct = new ArrayList<>();

  public PredictedDigits writer(String population, String writer, int n, int errors) {
    for (int i = 0; i < n; i++) {
      populations.add(population);
      writers.add(writer);
      correct.add(i >= errors);
    }
    return this;
  }

  public Predictions predictions() {
    int n = correct.size();
    byte[] classes = new byte[n];
    float[][] outputs = new float[n][10];
    for (int i = 0; i < n; i++) {
      classes[i] = (byte) (i % 10);
      outputs[i][correct.get(i) ? classes[i] : (classes[i] + 1) % 10] = 1;
    }
    DigitExamples examples =
        new DigitExamples(
            "digits of the test",
            ByteBuffer.allocate(n),
            1,
            1,
            classes,
            List.of(GroupColumn.of("population", populations), GroupColumn.of("writer", writers)));
    return new Predictions("handwritten", examples, outputs, 0, 0);
  }
}
