package org.twinprop.trainer.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What scikit-learn, fairlearn, SciPy and statsmodels say: see expected_values.py beside it. */
public final class ExpectedValues {
  private ExpectedValues() {}

  public static JsonNode get(String part) {
    try (InputStream in =
        ExpectedValues.class.getResourceAsStream("/evaluation/expected_values.json")) {
      return new ObjectMapper().readTree(in).required(part);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** NaN where the value is null. */
  public static double number(JsonNode node) {
    return node.isNull() ? Double.NaN : node.doubleValue();
  }

  public static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(one -> texts.add(one.asText()));
    return texts;
  }

  public static double[] numbers(JsonNode array) {
    double[] numbers = new double[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(array.get(i));
    }
    return numbers;
  }

  public static long[] counts(JsonNode array) {
    long[] counts = new long[array.size()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = array.get(i).longValue();
    }
    return counts;
  }
}
