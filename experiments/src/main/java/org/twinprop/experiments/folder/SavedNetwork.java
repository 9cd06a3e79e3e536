package org.twinprop.experiments.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.data.BadInput;
import org.twinprop.data.numpy.NumpyArchive;
import org.twinprop.layers.Architecture;
import org.twinprop.layers.Layer;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.text.NetworkText;

/**
 * A network on disk, in two files: {@code model.npz} has its parameters and running statistics by
 * name for NumPy to open, {@code model.json} what is needed to build it around them again.
 *
 * @param network the network text
 * @param input the shape of one example, as in {@code 1x28x28}
 * @param type of its numbers; {@code float} or {@code double} in the file
 * @param seed of what its layers draw while training
 * @param step the training step that came next
 */
public record SavedNetwork(String network, String input, DataType type, long seed, long step) {
  public SavedNetwork {
    Objects.requireNonNull(network, "network");
    Objects.requireNonNull(input, "input");
    if (type != DataType.FLOAT && type != DataType.DOUBLE) {
      throw new IllegalArgumentException("type is neither float nor double");
    }
  }

  private static final String ARRAYS = "model.npz";
  private static final String DESCRIPTION = "model.json";

  /** Numbers that any machine has room for. */
  private static final int MODEST = 1 << 20;

  /** What a network on disk consists of. */
  static final List<String> FILES = List.of(ARRAYS, DESCRIPTION);

  /** Writes both files, each whole or not at all. */
  static void write(Path folder, RunFiles files, Network network) {
    Map<String, INDArray> arrays = new LinkedHashMap<>(network.parameters());
    arrays.putAll(network.states());
    NumpyArchive.write(folder.resolve(ARRAYS), arrays);
    SavedNetwork saved =
        new SavedNetwork(
            network.architecture().text(),
            network.input().toString(),
            network.type(),
            network.seed(),
            network.step());
    files.whole(DESCRIPTION, out -> out.write(TextFormats.JSON.writeValueAsBytes(saved)));
  }

  /**
   * The network that a run left in its folder.
   *
   * @throws BadInput if a file is missing or damaged, or if the two do not belong together
   */
  public static Network read(Path folder) {
    SavedNetwork saved = description(folder.resolve(DESCRIPTION));
    Map<String, INDArray> arrays = NumpyArchive.read(folder.resolve(ARRAYS));
    try {
      return saved.with(folder, arrays);
    } catch (IllegalArgumentException e) {
      throw new BadInput("%s: %s".formatted(folder.resolve(DESCRIPTION), e.getMessage()), e);
    } finally {
      arrays.values().forEach(INDArray::close);
    }
  }

  private Network with(Path folder, Map<String, INDArray> arrays) {
    Architecture architecture = NetworkText.parse(network);
    requireAsMany(folder, architecture, arrays);
    Network built = new Network(architecture, Shape.parse(input), type, seed);
    try {
      built.step(step);
      Map<String, INDArray> wanted = new LinkedHashMap<>(built.parameters());
      wanted.putAll(built.states());
      wanted.forEach((name, array) -> array.assign(fitting(folder, name, array, arrays.get(name))));
      return built;
    } catch (RuntimeException e) {
      built.close();
      throw e;
    }
  }

  /** Before any memory is taken for what the description alone says. */
  private void requireAsMany(Path folder, Architecture architecture, Map<String, INDArray> arrays) {
    double needed = numbers(architecture.chain(), Shape.parse(input));
    long found = arrays.values().stream().mapToLong(INDArray::length).sum();
    // what is nearly right is told array by array
    if (needed > found + MODEST) {
      throw new BadInput(
          "%s: has %,d numbers, but the network of %s needs %,.0f; the two files must come from one run"
              .formatted(folder.resolve(ARRAYS), found, DESCRIPTION, needed));
    }
  }

  /** Parameters and running statistics, counted in floating point, which does not overflow. */
  private static double numbers(Layer layer, Shape input) {
    double numbers =
        layer.parameters(input).stream().mapToDouble(parameter -> parameter.shape().length()).sum();
    Shape shape = input;
    for (Layer child : layer.children()) {
      numbers += numbers(child, shape);
      shape = child.output(shape);
    }
    return numbers;
  }

  private static SavedNetwork description(Path file) {
    try {
      return JsonFile.read(file, SavedNetwork.class);
    } catch (JsonProcessingException e) {
      throw new BadInput(
          file + ": is no description of a network (" + e.getOriginalMessage() + ")", e);
    } catch (IOException e) {
      throw new BadInput(file + ": cannot be read; give the folder of a finished run", e);
    }
  }

  private static INDArray fitting(Path folder, String name, INDArray wanted, INDArray found) {
    if (found == null || !found.equalShapes(wanted)) {
      throw new BadInput(
          "%s: %s is %s, but the network of %s needs %s; the two files must come from one run"
              .formatted(
                  folder.resolve(ARRAYS),
                  name,
                  found == null ? "missing" : Arrays.toString(found.shape()),
                  DESCRIPTION,
                  Arrays.toString(wanted.shape())));
    }
    return found;
  }
}
