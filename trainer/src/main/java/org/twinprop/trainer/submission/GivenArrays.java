package org.twinprop.trainer.submission;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.data.BadInput;
import org.twinprop.data.numpy.NumpyArchive;
import org.twinprop.layers.text.Nearest;

/** The arrays of one file, each handed out once it is known to be finite and of its shape. */
final class GivenArrays implements AutoCloseable {
  private static final int LONGEST_LIST = 30;

  private final Path file;
  private final Map<String, INDArray> arrays;
  private final Set<String> taken = new TreeSet<>();

  private GivenArrays(Path file, Map<String, INDArray> arrays) {
    this.file = file;
    this.arrays = arrays;
  }

  /**
   * @throws BadInput if the file is no archive of arrays of numbers, or one is not finite
   */
  static GivenArrays read(Path file) {
    GivenArrays given = new GivenArrays(file, new LinkedHashMap<>(NumpyArchive.read(file)));
    try {
      given.arrays.forEach(given::requireFinite);
    } catch (BadInput e) {
      given.close();
      throw e;
    }
    return given;
  }

  boolean has(String name) {
    return arrays.containsKey(name);
  }

  /** Whether the array holds float32 or less. */
  boolean isSingle(String name) {
    return has(name) && arrays.get(name).dataType() == DataType.FLOAT;
  }

  /**
   * The array, in float64 and row by row, whatever its shape.
   *
   * @param what it is, for the message if it is missing
   */
  INDArray any(String name, String what) {
    INDArray array = arrays.get(name);
    if (array == null) {
      throw bad("%s, %s, is missing; %s".formatted(name, what, found(name)));
    }
    taken.add(name);
    return array.dataType() == DataType.DOUBLE ? array.dup('c') : array.castTo(DataType.DOUBLE);
  }

  /**
   * The array, if it has this shape, give or take sizes of 1: NumPy keeps them with {@code
   * keepdims}.
   */
  INDArray shaped(String name, String what, long... shape) {
    INDArray array = any(name, what);
    if (Arrays.equals(withoutOnes(array.shape()), withoutOnes(shape))) {
      return Arrays.equals(array.shape(), shape) ? array : array.reshape('c', shape);
    }
    throw bad(
        "%s has shape %s, but %s needs %s%s"
            .formatted(
                name, text(array.shape()), what, text(shape), Shapes.hint(array.shape(), shape)));
  }

  /** What is in the file and was not asked for. */
  List<String> untouched() {
    return arrays.keySet().stream().filter(name -> !taken.contains(name)).toList();
  }

  BadInput bad(String problem) {
    return new BadInput(file + ": " + problem);
  }

  static String text(long[] shape) {
    return Arrays.toString(shape);
  }

  private String found(String missing) {
    if (arrays.isEmpty()) {
      return "the file holds no arrays: save them with np.savez";
    }
    List<String> names = List.copyOf(arrays.keySet());
    String hint = Nearest.hint(missing, untouched());
    String near = hint.startsWith("did you mean") ? " (" + hint + ")" : "";
    String list = String.join(", ", names.subList(0, Math.min(names.size(), LONGEST_LIST)));
    String more = names.size() > LONGEST_LIST ? " and more" : "";
    return "found " + list + more + near;
  }

  private void requireFinite(String name, INDArray array) {
    if (!array.dataType().isFPType() || array.isEmpty()) {
      return;
    }
    for (long i = 0; i < array.length(); i++) {
      double value = array.data().getDouble(array.offset() + i);
      if (!Double.isFinite(value)) {
        throw bad(
            "%s holds %s at %s; find out where it comes from: a division by 0, log(0), an overflow?"
                .formatted(name, value, text(Shapes.index(i, array.shape()))));
      }
    }
  }

  private static long[] withoutOnes(long[] shape) {
    return Arrays.stream(shape).filter(size -> size != 1).toArray();
  }

  @Override
  public void close() {
    arrays.values().stream().filter(INDArray::closeable).forEach(INDArray::close);
  }
}
