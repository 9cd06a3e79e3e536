package org.twinprop.trainer.twin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.updater.Adam;

final class SavedTwinTest {
  private static final Adam ADAM = new Adam(0.9, 0.999, 1e-8, true);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "conv(3,3) relu maxpool(2) flatten dense(4) tanh dense(3) | softmax-xent l2=0.01",
        "flatten dense(4) tanh dense(3) | mse l1=0.01"
      })
  void dl4jOpensTheModelAndTrainsOnAsTheTwinWouldHave(String text) throws IOException {
    try (Network network = Numbers.network(text, Shape.of(1, 8, 7), DataType.DOUBLE, 1);
        Twin twin = Twin.of(network, ADAM, 0.02)) {
      Numbers numbers = new Numbers(2);
      INDArray x = numbers.inputs(network, 4);
      INDArray y = numbers.targets(network, 4);
      twin.step(x, y);
      twin.learningRate(0.01);
      twin.step(x, y);
      Path file = folder.resolve("model-dl4j.zip");
      twin.save(file);

      ComputationGraph restored = ModelSerializer.restoreComputationGraph(file.toFile());
      assertEquals(twin.predict(x), restored.outputSingle(x));
      for (int step = 0; step < 3; step++) {
        restored.fit(new INDArray[] {x}, new INDArray[] {y});
        assertEquals(restored.score(), twin.step(x, y));
      }
      assertEquals(twin.predict(x), restored.outputSingle(x));
    }
  }

  @Test
  void theModelOfALossAtEveryStepOpensToo() throws IOException {
    String text = "dense(4) tanh dense(3) | softmax-xent";
    try (Network network = Numbers.network(text, Shape.of(5, 2), DataType.FLOAT, 1);
        Twin twin = Twin.of(network, ADAM, 0.02)) {
      Numbers numbers = new Numbers(2);
      INDArray x = numbers.inputs(network, 4);
      INDArray y = numbers.targets(network, 4);
      Path file = folder.resolve("model-dl4j.zip");
      twin.save(file);
      ComputationGraph restored = ModelSerializer.restoreComputationGraph(file.toFile());
      // DL4J's targets and predictions of sequences are [examples, classes, steps]
      restored.fit(new INDArray[] {x}, new INDArray[] {y.permute(0, 2, 1)});
      assertEquals(restored.score(), twin.step(x, y));
      assertEquals(twin.predict(x), restored.outputSingle(x).permute(0, 2, 1));
    }
  }

  @Test
  void theSameNetworkMakesTheSameBytesWheneverItIsSaved() throws IOException {
    String text = "dense(4) batchnorm tanh dense(3) | softmax-xent l2=0.01";
    List<byte[]> files = new ArrayList<>();
    for (int time = 0; time < 2; time++) {
      try (Network network = Numbers.network(text, Shape.of(5), DataType.FLOAT, 1);
          Twin twin = Twin.of(network, ADAM, 0.02)) {
        Numbers numbers = new Numbers(2);
        twin.step(numbers.inputs(network, 4), numbers.targets(network, 4));
        Path file = folder.resolve("model-dl4j.zip");
        twin.save(file);
        files.add(Files.readAllBytes(file));
        try (ZipFile zip = new ZipFile(file.toFile())) {
          assertEquals(
              Set.of(LocalDateTime.of(1980, 1, 1, 0, 0)),
              zip.stream().map(ZipEntry::getTimeLocal).collect(Collectors.toSet()));
        }
      }
    }
    assertArrayEquals(files.get(0), files.get(1));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(1, left.count(), "nothing beside it");
    }
  }

  @Test
  void theModelWithoutParametersOpensToo() throws IOException {
    try (Network network = Numbers.network("tanh | mse", Shape.of(3), DataType.FLOAT, 1);
        Twin twin = Twin.of(network, ADAM, 0.02)) {
      Path file = folder.resolve("model-dl4j.zip");
      twin.save(file);
      INDArray x = new Numbers(2).inputs(network, 4);
      assertEquals(
          twin.predict(x), ModelSerializer.restoreComputationGraph(file.toFile()).outputSingle(x));
    }
  }

  @Test
  void theFileNeedsNoClassOfThisProject() throws IOException {
    try (Network network =
            Numbers.network(
                "dense(4) dropout(0.25) dense(2) | mse", Shape.of(3), DataType.FLOAT, 1);
        Twin twin = Twin.of(network, ADAM, 0.02)) {
      Path file = folder.resolve("model-dl4j.zip");
      twin.save(file);
      ComputationGraph restored = ModelSerializer.restoreComputationGraph(file.toFile());
      String configuration = restored.getConfiguration().toJson();
      assertFalse(configuration.contains("twinprop"));
      assertTrue(configuration.contains("\"p\" : 0.75"), "DL4J's dropout, by the share that stays");
      // it draws masks of its own, and trains
      INDArray x = new Numbers(2).inputs(network, 4);
      INDArray y = new Numbers(3).targets(network, 4);
      restored.fit(new INDArray[] {x}, new INDArray[] {y});
      assertTrue(Double.isFinite(restored.score()));
    }
  }

  @Test
  void whatCannotBeWrittenLeavesTheOldFileAsItWas() throws IOException {
    try (Network network = Numbers.network("dense(2) | mse", Shape.of(3), DataType.FLOAT, 1);
        Twin twin = Twin.of(network, ADAM, 0.02)) {
      Path missing = folder.resolve("missing").resolve("model-dl4j.zip");
      assertThrows(IOException.class, () -> twin.save(missing));
      twin.save(folder.resolve("model-dl4j.zip"));
      twin.save(folder.resolve("model-dl4j.zip"));
      try (Stream<Path> left = Files.list(folder)) {
        assertEquals(List.of("model-dl4j.zip"), left.map(f -> f.getFileName().toString()).toList());
      }
    }
  }
}
