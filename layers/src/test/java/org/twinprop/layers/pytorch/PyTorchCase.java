package org.twinprop.layers.pytorch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.Shape;

/**
 * A network with all its numbers, and what PyTorch made of them: one case of {@code cases.txt.gz},
 * which {@code make_cases.py} wrote.
 *
 * @param arrays by name: {@code x}, {@code y}, parameters, {@code mask3} for the third layer's
 *     dropout, {@code weights} of examples and {@code steps} that count, as they were given; {@code
 *     loss}, {@code output}, {@code prediction}, running statistics and gradients, as PyTorch found
 *     them
 */
record PyTorchCase(String network, Shape input, Map<String, INDArray> arrays) {
  static final String FILE = "cases.txt.gz";

  @Override
  public String toString() {
    return network + " on " + input + ", " + arrays.get("x").size(0) + " examples";
  }

  /** The array of this name, or null. */
  INDArray get(String name) {
    return arrays.get(name);
  }

  /** The release that computed the cases. */
  static String version() {
    return paragraphs().get(0).lines().findFirst().orElseThrow();
  }

  static List<PyTorchCase> all() {
    return paragraphs().stream().map(PyTorchCase::read).collect(Collectors.toList());
  }

  private static List<String> paragraphs() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(PyTorchCase.class.getResourceAsStream(FILE)),
                StandardCharsets.UTF_8))) {
      return new ArrayList<>(
          Arrays.asList(reader.lines().collect(Collectors.joining("\n")).strip().split("\n\n")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PyTorchCase read(String paragraph) {
    Map<String, String> lines = new LinkedHashMap<>();
    paragraph.lines().forEach(line -> lines.put(line.split(" ", 2)[0], line.split(" ", 2)[1]));
    lines.remove("pytorch");
    String network = lines.remove("network");
    Shape input = Shape.parse(lines.remove("input"));
    Map<String, INDArray> arrays = new LinkedHashMap<>();
    lines.forEach((name, text) -> arrays.put(name, array(text)));
    return new PyTorchCase(network, input, arrays);
  }

  private static INDArray array(String text) {
    String[] words = text.split(" ");
    long[] shape = Arrays.stream(words[0].split("x")).mapToLong(Long::parseLong).toArray();
    double[] entries = Arrays.stream(words).skip(1).mapToDouble(Double::parseDouble).toArray();
    return Nd4j.create(entries, shape, DataType.DOUBLE);
  }
}
