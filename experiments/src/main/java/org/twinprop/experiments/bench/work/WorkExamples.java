package org.twinprop.experiments.bench.work;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.data.DataFolder;
import org.twinprop.data.Examples;
import org.twinprop.data.Mnist;
import org.twinprop.data.numpy.NumpyArchive;
import org.twinprop.data.pen.PenDigits;
import org.twinprop.experiments.tasks.Tasks;

/** What benchmarks learn from. */
public final class WorkExamples {
  /** Digits of checks. */
  public static final String DIGITS = "digits";

  /** Rents of flats. */
  public static final String RENTS = "rents";

  private static final long SEED = 1;

  private WorkExamples() {}

  /**
   * @param data {@link #DIGITS} or {@link #RENTS}
   * @param folder of files; empty for the one that TWINPROP_DATA names, else what is embedded
   * @throws org.twinprop.data.BadInput if the folder does not hold them
   */
  public static Examples of(String data, Optional<Path> folder) {
    return data.equals(RENTS)
        ? Tasks.RENTS.load(folder, OptionalInt.empty(), SEED).train()
        : DataFolder.resolve(folder)
            .map(found -> Mnist.load(found.path()))
            .orElseGet(() -> PenDigits.source(SEED))
            .train();
  }

  static Examples of(Job job) {
    return of(job.data(), Optional.ofNullable(job.folder()).map(Path::of));
  }

  /** The first so many, or all. */
  static Examples first(Examples examples, int count) {
    return examples.select(IntStream.range(0, Math.min(count, examples.size())).toArray());
  }

  /** Writes some for programs in Python: x, and y as class numbers or as values. */
  public static void write(Examples examples, int count, Path file) {
    int[] rows = IntStream.range(0, Math.min(count, examples.size())).toArray();
    long[] shape = new long[examples.inputShape().length + 1];
    shape[0] = rows.length;
    System.arraycopy(examples.inputShape(), 0, shape, 1, shape.length - 1);
    try (INDArray x = Nd4j.create(DataType.FLOAT, shape);
        INDArray y = targets(examples, rows)) {
      examples.inputs(rows, x);
      Map<String, INDArray> arrays = new LinkedHashMap<>();
      arrays.put("x", x);
      arrays.put("y", y);
      NumpyArchive.write(file, arrays);
    }
  }

  private static INDArray targets(Examples examples, int[] rows) {
    if (!examples.classNames().isEmpty()) {
      return Nd4j.createFromArray(IntStream.of(rows).mapToLong(examples::classOf).toArray());
    }
    INDArray y = Nd4j.create(DataType.FLOAT, rows.length, 1);
    examples.targets(rows, y);
    return y;
  }
}
