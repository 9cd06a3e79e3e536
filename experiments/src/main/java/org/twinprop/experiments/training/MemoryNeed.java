package org.twinprop.experiments.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.machine.MemoryShortage;
import org.twinprop.layers.Architecture;
import org.twinprop.layers.Layer;
import org.twinprop.layers.Parameter;
import org.twinprop.layers.Shape;
import org.twinprop.layers.updater.Updater;

/**
 * The least memory that a training takes, reckoned before any of it is allocated: what a network
 * needs that is far too large is known at once, and not after minutes of swapping.
 *
 * <p>For each parameter, of 4 or 8 bytes a number: itself, its gradient, its last good value, what
 * the updater remembers of it, and room for the step; the same without last good value and room in
 * the twin; and for the checks, of 8 bytes always, a copy of itself and its gradient, and either
 * the gradient once more or a twin of the copy. For each example of a batch: what every layer
 * gives, and the gradient by it, in both networks.
 *
 * @param parameters of the network
 * @param bytes that all of it takes
 * @param heapBytes the part that the Java heap must hold at once: the largest weight, as it is
 *     drawn
 */
record MemoryNeed(double parameters, double bytes, double heapBytes) {
  private static final int FLOAT64_BYTES = 8;
  private static final double NOTICEABLE_SHARE = 0.25;

  /**
   * @param input the shape of one example
   * @param rows examples in a batch
   * @param twin whether DL4J trains beside
   */
  static MemoryNeed of(
      Architecture architecture,
      Shape input,
      Updater updater,
      DataType type,
      int rows,
      boolean twin) {
    Sizes sizes = Sizes.of(architecture.chain(), input);
    int state = updater.state().size();
    int ours = 4 + state;
    int theirs = twin ? 2 + state : 0;
    int checked = twin ? 4 : 3;
    int networks = twin ? 2 : 1;
    double aParameter = (double) (ours + theirs) * type.width() + checked * FLOAT64_BYTES;
    double anExample = 2 * sizes.outputs * networks * type.width();
    return new MemoryNeed(
        sizes.parameters,
        sizes.parameters * aParameter + rows * anExample,
        sizes.largest * FLOAT64_BYTES);
  }

  /**
   * @param memory of the machine, in bytes; 0 if that is not known
   * @param resident that the process may take of it, in bytes; 0 if that is not limited
   * @param heap that Java may take of it, in bytes
   * @throws BadInput if there is less than is needed
   */
  void requireWithin(double memory, double resident, double heap) {
    if (parameters > Integer.MAX_VALUE) {
      return; // more than any machine can take, which the network itself says
    }
    if (memory > 0 && bytes > memory) {
      throw new BadInput(
          "%s, but this machine has %s: give its layers fewer outputs, or lower --batch"
              .formatted(need(bytes, "memory"), gigabytes(memory)));
    }
    if (resident > 0 && bytes > resident) {
      throw new BadInput(
          "%s, but the process may take %s: give its layers fewer outputs, lower --batch, or allow more, as in TWINPROP_JAVA_OPTIONS=-Dorg.bytedeco.javacpp.maxphysicalbytes=%.0fg"
              .formatted(
                  need(bytes, "memory"), gigabytes(resident), Math.ceil(2 * bytes / (1 << 30))));
    }
    if (heapBytes > heap) {
      throw new BadInput(
          "%s, but Java may take %s: give its layers fewer outputs, or allow more, as in TWINPROP_JAVA_OPTIONS=-Xmx%.0fg"
              .formatted(
                  need(heapBytes, "heap for its largest weight"),
                  gigabytes(heap),
                  Math.ceil(2 * heapBytes / (1 << 30))));
    }
  }

  /** What is told when it was too much after all. */
  BadInput unmet(OutOfMemoryError error, Path run) {
    return new BadInput(
        "%s; %s, Java itself and the examples aside; go on with ./twinprop run --resume %s"
            .formatted(MemoryShortage.in(error).orElseThrow().line(), need(bytes, "memory"), run),
        error);
  }

  /** What it takes, where that is much of this machine's; empty where it is not. */
  Optional<String> notice(double memory) {
    return memory > 0 && bytes > NOTICEABLE_SHARE * memory
        ? Optional.of(
            "at least %s of this machine's %s".formatted(gigabytes(bytes), gigabytes(memory)))
        : Optional.empty();
  }

  private String need(double needed, String what) {
    return String.format(
        Locale.ROOT,
        "the network has %,.0f parameters and needs at least %s of %s",
        parameters,
        gigabytes(needed),
        what);
  }

  private static String gigabytes(double bytes) {
    return bytes < 1e9
        ? String.format(Locale.ROOT, "%,.0f MB", Math.ceil(bytes / 1e6))
        : String.format(Locale.ROOT, "%,.1f GB", bytes / 1e9);
  }

  /** Counted in floating point, which does not overflow. */
  private record Sizes(double parameters, double largest, double outputs) {
    static Sizes of(Layer layer, Shape input) {
      List<Double> own =
          layer.parameters(input).stream()
              .filter(Parameter::trained)
              .map(parameter -> (double) parameter.shape().length())
              .toList();
      Sizes all =
          new Sizes(
              own.stream().mapToDouble(Double::doubleValue).sum(),
              own.stream().mapToDouble(Double::doubleValue).max().orElse(0),
              layer.children().isEmpty() ? layer.output(input).length() : 0);
      Shape shape = input;
      for (Layer child : layer.children()) {
        all = all.and(of(child, shape));
        shape = child.output(shape);
      }
      return all;
    }

    private Sizes and(Sizes other) {
      return new Sizes(
          parameters + other.parameters, Math.max(largest, other.largest), outputs + other.outputs);
    }
  }
}
