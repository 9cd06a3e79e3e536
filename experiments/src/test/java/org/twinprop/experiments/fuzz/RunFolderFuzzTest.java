package org.twinprop.experiments.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.data.Sha256;
import org.twinprop.data.numpy.NumpyArchive;
import org.twinprop.experiments.checkpoint.RunRecord;
import org.twinprop.experiments.checkpoint.RunStart;
import org.twinprop.experiments.folder.Backend;
import org.twinprop.experiments.folder.Build;
import org.twinprop.experiments.folder.SavedNetwork;
import org.twinprop.experiments.folder.SearchFolder;
import org.twinprop.experiments.folder.TextFormats;
import org.twinprop.experiments.reading.SavedCalibration;
import org.twinprop.experiments.search.SearchRequest;

/** The JSON of a folder of a run, or of a search; the first byte says which of its files it is. */
public class RunFolderFuzzTest {
  private static final List<String> FILES =
      List.of(
          "model.json",
          "run.json",
          "checkpoints/start.json",
          "checkpoints/0000000042.json",
          "confidence.json",
          "search.json",
          "candidates/001/result.json");

  /** What is compared with what a run began with. */
  private static final RunStart NOW =
      new RunStart(
          List.of(), "", "", List.of(), new Build("", "", false), new Backend("", "", "", "", ""));

  private static final int CHECKPOINT = 3;
  private static final byte[] MODEL = model();

  /** Jazzer calls it first: so no input is charged with the loading of classes. */
  public static void fuzzerInitialize() throws Exception {
    for (Path input : inputs().toList()) {
      fuzzerTestOneInput(Files.readAllBytes(input));
    }
  }

  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    if (input.length == 0) {
      return;
    }
    int kind = Math.floorMod(input[0], FILES.size());
    byte[] json = Arrays.copyOfRange(input, 1, input.length);
    Path file =
        HostileFile.of(
            "run/" + FILES.get(kind), kind == 2 || kind == CHECKPOINT ? sealed(json) : json);
    Path run = HostileFile.of("run/config.yaml", new byte[0]).getParent();
    try {
      HostileFile.isReadOrRefused(run, folder -> read(kind, folder));
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(run.resolve("checkpoints/start-copy.json"));
    }
  }

  private static void read(int kind, Path run) {
    switch (kind) {
      case 0 -> {
        HostileFile.of("run/model.npz", MODEL);
        SavedNetwork.read(run).close();
      }
      case 1 -> new RunRecord(run).requireUnfinished(told -> {});
      case 2 -> new RunRecord(run).requireSame(NOW, told -> {});
      case CHECKPOINT -> {
        HostileFile.of("run/checkpoints/0000000042.npz", MODEL);
        new RunRecord(run).latest(told -> {});
      }
      case 4 -> SavedCalibration.of(run);
      case 5 -> SearchRequest.again(run, List.of());
      default -> search(run);
    }
  }

  /** With the checksum that its content has, so that more than the checksum is looked at. */
  private static byte[] sealed(byte[] content) {
    try {
      JsonNode tree = TextFormats.JSON.readTree(content);
      String checksum =
          Sha256.of(new ByteArrayInputStream(TextFormats.JSON.writeValueAsBytes(tree)));
      return TextFormats.JSON.writeValueAsBytes(Map.of("sha256", checksum, "content", tree));
    } catch (IOException e) { // no JSON, or not even text
      return content;
    }
  }

  private static void search(Path run) {
    HostileFile.of("run/search.json", "{\"settings\": {}, \"data\": []}".getBytes(UTF_8));
    try (SearchFolder folder = SearchFolder.again(run)) {
      folder.candidate(1);
    }
  }

  /** Of the network that the seed describes: dense(2) on three numbers. */
  private static byte[] model() {
    Path file = HostileFile.of("run/model.npz", new byte[0]);
    Map<String, INDArray> arrays = new LinkedHashMap<>();
    arrays.put("W1", Nd4j.zeros(DataType.FLOAT, 3, 2));
    arrays.put("b1", Nd4j.zeros(DataType.FLOAT, 2));
    NumpyArchive.write(file, arrays);
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void isReadOrRefused(Path input) throws Exception {
    fuzzerTestOneInput(Files.readAllBytes(input));
  }

  static Stream<Path> inputs() throws Exception {
    return HostileFile.inputs(RunFolderFuzzTest.class);
  }
}
