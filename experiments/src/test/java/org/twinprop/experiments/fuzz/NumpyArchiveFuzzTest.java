package org.twinprop.experiments.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.data.numpy.NumpyArchive;

/** Archives of arrays; bytes that are no archive are an array in a sound one. */
public class NumpyArchiveFuzzTest {
  private static final byte[] ZIP = {'P', 'K'};

  /** Jazzer calls it first: so no input is charged with the loading of classes. */
  public static void fuzzerInitialize() throws Exception {
    for (Path input : inputs().toList()) {
      fuzzerTestOneInput(Files.readAllBytes(input));
    }
  }

  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    boolean archive = Arrays.mismatch(input, ZIP) >= ZIP.length;
    Path file = HostileFile.of("arrays.npz", archive ? input : archiveOf(input));
    HostileFile.isReadOrRefused(file, one -> close(NumpyArchive.read(one)));
    HostileFile.isReadOrRefused(file, one -> close(NumpyArchive.contents(one).arrays()));
  }

  private static void close(Map<String, INDArray> arrays) {
    arrays.values().forEach(INDArray::close);
  }

  private static byte[] archiveOf(byte[] array) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("x.npy"));
      zip.write(array);
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void isReadOrRefused(Path input) throws Exception {
    fuzzerTestOneInput(Files.readAllBytes(input));
  }

  static Stream<Path> inputs() throws Exception {
    return HostileFile.inputs(NumpyArchiveFuzzTest.class);
  }
}
