package org.twinprop.experiments.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.data.BadInput;
import org.twinprop.data.numpy.NumpyArchive;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.initializer.He;

class SavedNetworkTest {
  private static final String TEXT = "conv(2,3) relu flatten dense(4) | softmax-xent l2=1e-4";

  @TempDir Path scratch;

  @Test
  void aSavedNetworkPredictsAsBefore() {
    try (Network network = network(TEXT);
        RunFolder folder = RunFolder.at(scratch.resolve("run"))) {
      network.step(17);
      folder.model(network);
      try (Network read = SavedNetwork.read(folder.path())) {
        INDArray x = Nd4j.linspace(DataType.FLOAT, 0, 0.1, 2 * 36).reshape(2, 1, 6, 6);
        assertEquals(network.predict(x), read.predict(x));
        assertEquals(network.parameterVector(), read.parameterVector());
        assertEquals(17, read.step());
        assertEquals(TEXT, read.architecture().text());
        assertEquals(network.seed(), read.seed());
      }
    }
  }

  @Test
  void theArchiveHoldsEveryParameterByName() {
    try (Network network = network(TEXT);
        RunFolder folder = RunFolder.at(scratch.resolve("run"))) {
      folder.model(network);
      Map<String, INDArray> arrays = NumpyArchive.read(folder.path().resolve("model.npz"));
      assertEquals(List.of("W1", "b1", "W2", "b2"), List.copyOf(arrays.keySet()));
      assertEquals(network.parameters(), arrays);
    }
  }

  @Test
  void arraysOfAnotherNetworkAreRefused() throws IOException {
    try (Network network = network(TEXT);
        Network other = network("conv(2,3) relu flatten dense(5) | softmax-xent");
        RunFolder folder = RunFolder.at(scratch.resolve("run"));
        RunFolder otherFolder = RunFolder.at(scratch.resolve("other"))) {
      folder.model(network);
      otherFolder.model(other);
      Files.delete(folder.path().resolve("model.json"));
      Files.copy(otherFolder.path().resolve("model.json"), folder.path().resolve("model.json"));
      BadInput refused = assertThrows(BadInput.class, () -> SavedNetwork.read(folder.path()));
      assertTrue(refused.getMessage().contains("model.npz: W2 is "), refused.getMessage());
      assertTrue(refused.getMessage().contains("[32, 5]"), refused.getMessage());
    }
  }

  @Test
  void aDamagedOrMissingDescriptionIsOneLine() throws IOException {
    Path file = scratch.resolve("model.json");
    BadInput missing = assertThrows(BadInput.class, () -> SavedNetwork.read(scratch));
    assertTrue(missing.getMessage().startsWith(file + ": cannot be read"), missing.getMessage());
    Files.writeString(file, "{\"network\": \"dense(");
    BadInput damaged = assertThrows(BadInput.class, () -> SavedNetwork.read(scratch));
    assertTrue(damaged.getMessage().startsWith(file + ": is no description"), damaged.getMessage());
    assertEquals(1, damaged.getMessage().lines().count());
  }

  private static Network network(String text) {
    return Network.of(text, Shape.of(1, 6, 6), DataType.FLOAT, new He(false), 7);
  }
}
