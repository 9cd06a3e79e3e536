package org.twinprop.data.numpy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.data.BadInput;
import org.twinprop.data.RegularFile;

/**
 * A {@code .npz} archive: named arrays in one file, as {@code numpy.savez} writes and {@code
 * numpy.load} reads them.
 */
public final class NumpyArchive {
  private NumpyArchive() {}

  /**
   * Reads every array of an archive. float32 stays FLOAT and float64 DOUBLE; float16 becomes FLOAT,
   * bool and integers up to 32 bits INT, uint32 and 64 bits LONG. All arrays come in C order; NaN
   * and infinity come as they are. Nothing in the file is run or unpickled.
   *
   * @return the arrays by name, in the file's order
   * @throws BadInput if the file is missing, damaged, encrypted, or holds anything but arrays of
   *     numbers that fit in memory; names the file and the array
   */
  public static Map<String, INDArray> read(Path file) {
    return read(file, true).arrays();
  }

  /**
   * The same, but an array that holds no numbers stops nothing: it is not read, and the contents
   * say why.
   *
   * @throws BadInput if the file is missing, damaged or encrypted, or what it holds does not fit in
   *     memory
   */
  public static ArchiveContents contents(Path file) {
    return read(file, false);
  }

  private static ArchiveContents read(Path file, boolean strict) {
    try (ZipFile zip = new ZipFile(existing(file).toFile())) {
      ArchiveLimits limits = ArchiveLimits.ofThisMachine(Files.size(file));
      return new ArchiveReader(file, zip, limits, strict).read();
    } catch (ZipException | IllegalArgumentException e) {
      // ZipFile throws the latter for names that are not UTF-8.
      throw new BadInput(
          file + ": is no readable .npz archive (" + e.getMessage() + "); " + remedy(file), e);
    } catch (IOException e) {
      throw new BadInput(file + ": cannot be read (" + e + "); check the disk and try again", e);
    }
  }

  /**
   * Writes an archive with the arrays in the order of the map, uncompressed like {@code
   * numpy.savez}. The file appears, or replaces an older one, only when it is complete and on disk.
   * The same arrays give the same bytes.
   *
   * @param arrays FLOAT, DOUBLE, INT or LONG, of any shape and layout, by non-blank name
   * @throws BadInput if the file cannot be written
   * @throws IllegalArgumentException if an array has another type or a name is blank
   */
  public static void write(Path file, Map<String, INDArray> arrays) {
    Map<String, NpyWriter> writers = new LinkedHashMap<>();
    arrays.forEach((name, array) -> writers.put(checked(name), new NpyWriter(array)));
    try {
      AtomicFile.write(file, out -> new ArchiveWriter(out).write(writers));
    } catch (IOException e) {
      throw new BadInput(
          file + ": cannot be written (" + e + "); choose another folder or free some space", e);
    }
  }

  private static Path existing(Path file) {
    RegularFile.require(file, "give the path of an .npz archive");
    return file;
  }

  private static String remedy(Path file) {
    try (var in = Files.newInputStream(file)) {
      byte[] magic = in.readNBytes(NpyHeaderReader.MAGIC.length);
      return Arrays.equals(magic, NpyHeaderReader.MAGIC)
          ? "it is a single .npy array: save it with np.savez and a name"
          : "save it again with np.savez, or copy it again if it came over a network";
    } catch (IOException e) {
      return "check that it can be read";
    }
  }

  private static String checked(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an array in an .npz archive needs a name");
    }
    return name;
  }
}
