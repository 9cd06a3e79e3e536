package org.twinprop.experiments.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.data.BadInput;
import org.twinprop.data.numpy.NumpyArchive;
import org.twinprop.data.table.TableFile;
import org.twinprop.experiments.folder.SavedNetwork;
import org.twinprop.experiments.table.PredictionTable;
import org.twinprop.layers.text.NetworkText;

/** What is too large for fuzzing to come upon. */
class LargeFilesTest {
  private static final int MILLIONS = 3 << 20;

  @TempDir Path scratch;

  @Test
  void aQuoteThatIsNeverClosedEndsSoon() throws IOException {
    Path file = file("row,label\n1,\"" + "x".repeat(MILLIONS));
    refused("longer than a million characters", () -> predictions(file));
    refused("after line 1: a line or field is longer than a million", () -> TableFile.read(file));
  }

  @Test
  void aLineWithoutEndIsNoHeader() throws IOException {
    refused("is not a CSV file", () -> predictions(file("x".repeat(MILLIONS))));
    refused("more than 16,384 columns", () -> predictions(file(",".repeat(MILLIONS))));
    refused("more than 16,384 fields", () -> TableFile.read(file(",".repeat(MILLIONS))));
  }

  @Test
  void utf16WithoutItsMarkIsTold() throws IOException {
    Path file = scratch.resolve("table.csv");
    Files.write(file, "row,label\n1,2\n".getBytes(StandardCharsets.UTF_16LE));
    refused("NUL characters in its header, as UTF-16 has", () -> predictions(file));
    refused("NUL characters in its header, as UTF-16 has", () -> TableFile.read(file));
  }

  @Test
  void aNetworkIsNoLargerThanItsArrays() throws IOException {
    NumpyArchive.write(scratch.resolve("model.npz"), Map.of("W1", Nd4j.zeros(2, 2)));
    Files.writeString(
        scratch.resolve("model.json"),
        "{\"network\": \"dense(900000000) | mse\", \"input\": \"100000000\", \"type\": \"float\"}");
    refused(
        "has 4 numbers, but the network of model.json needs 90,000,000,900,000,000",
        () -> SavedNetwork.read(scratch));
  }

  @Test
  void jsonThatIsFarTooLargeIsNotRead() throws IOException {
    try (var channel =
        Files.newByteChannel(
            scratch.resolve("model.json"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.position(1L << 32);
      channel.write(StandardCharsets.UTF_8.encode("}"));
    }
    refused("has 4,294,967,297 bytes", () -> SavedNetwork.read(scratch));
  }

  @Test
  void layersInLayersAreNotReadUntilTheStackIsFull() {
    String text = "residual(".repeat(100_000);
    String message =
        assertThrows(IllegalArgumentException.class, () -> NetworkText.parse(text)).getMessage();
    assertTrue(message.contains("column 451: layers in layers may be 50 deep"));
  }

  private void predictions(Path file) throws Exception {
    try (PredictionTable table = PredictionTable.open(file, ',', StandardCharsets.UTF_8)) {
      table.forEach(List.of("row"), (values, line) -> {});
    }
  }

  private Path file(String text) throws IOException {
    return Files.writeString(scratch.resolve("table.csv"), text);
  }

  private static void refused(String part, Executable reading) {
    String message = assertThrows(BadInput.class, reading).getMessage();
    assertTrue(message.contains(part), message);
    assertEquals(1, message.lines().count());
  }
}
