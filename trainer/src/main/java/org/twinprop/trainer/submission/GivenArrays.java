package org.twinprop.trainer.submission;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.data.BadInput;
import org.twinprop.data.numpy.ArchiveContents;
import org.twinprop.data.numpy.NumpyArchive;
import org.twinprop.layers.text.Nearest;

/** The arrays of one file, each handed out once it is known to be finite and of its shape. */
final class GivenArrays implements AutoCloseable {
  private static final int LONGEST_LIST = 30;

  private final Path file;
  private final Map<String, INDArray> arrays;
  private final Map<String, BadInput> refused;
  private final Set<String> halves;
  private final Set<String> taken = new TreeSet<>();

  private GivenArrays(Path file, ArchiveContents contents) {
    this.file = file;
    arrays = contents.arrays();
    refused = contents.refused();
    halves = contents.halves();
  }

  /**
   * @throws BadInput if the file is no archive; arrays that hold no numbers count once they are
   *     asked for
   */
  static GivenArrays read(Path file) {
    return new GivenArrays(file, NumpyArchive.contents(file));
  }

  boolean has(String name) {
    return arrays.containsKey(name) || refused.containsKey(name);
  }

  /** Whether the array holds float32 or less. */
  boolean isSingle(String name) {
    return arrays.containsKey(name) && arrays.get(name).dataType() == DataType.FLOAT;
  }

  /**
   * The array, in float64 and row by row, whatever its shape.
   *
   * @param what it is, for the message if it is missing
   * @throws BadInput if it is missing, or holds anything but finite numbers
   */
  INDArray any(String name, String what) {
    if (refused.containsKey(name)) {
      throw refused.get(name);
    }
    INDArray array = arrays.get(name);
    if (array == null) {
      throw bad("%s, %s, is missing; %s".formatted(name, what, found(name)));
    }
    requireFinite(name, array);
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
    String hint = Shapes.hint(array.shape(), shape);
    throw bad(
        "%s has shape %s, but %s needs %s%s"
            .formatted(
                name,
                text(array.shape()),
                what,
                text(shape),
                hint.isEmpty() ? ": save another array, or name another network" : hint));
  }

  /**
   * An array that the student computed, which must be told from one with a mistake in it.
   *
   * @throws BadInput if it is float16 in the file
   */
  void requirePrecise(String name) {
    if (halves.contains(name)) {
      throw bad(
          name
              + " is saved as float16, three digits, too coarse to tell a mistake from rounding:"
              + " save it as float32 or float64");
    }
  }

  /** What was taken and is float16 in the file. */
  List<String> coarse() {
    return taken.stream().filter(halves::contains).toList();
  }

  /** What is in the file and was not asked for. */
  List<String> untouched() {
    return Stream.concat(arrays.keySet().stream(), refused.keySet().stream())
        .filter(name -> !taken.contains(name))
        .toList();
  }

  BadInput bad(String problem) {
    return new BadInput(file + ": " + problem);
  }

  static String text(long[] shape) {
    return Arrays.toString(shape);
  }

  private String found(String missing) {
    if (arrays.isEmpty() && refused.isEmpty()) {
      return "the file holds no arrays: save them with np.savez";
    }
    List<String> names =
        Stream.concat(arrays.keySet().stream(), refused.keySet().stream()).toList();
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
            "%s %s; find out where it comes from: a division by 0, log(0), an overflow?"
                .formatted(name, place(value, Shapes.index(i, array.shape()))));
      }
    }
  }

  private static String place(double value, long[] index) {
    return index.length == 0 ? "is " + value : "holds " + value + " at " + text(index);
  }

  private static long[] withoutOnes(long[] shape) {
    return Arrays.stream(shape).filter(size -> size != 1).toArray();
  }

  @Override
  public void close() {
    arrays.values().stream().filter(INDArray::closeable).forEach(INDArray::close);
  }
}
