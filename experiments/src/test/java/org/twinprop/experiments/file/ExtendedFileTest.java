package org.twinprop.experiments.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.training.ExperimentSettings;

class ExtendedFileTest {
  private static final String HEAD =
      "experiment: first-symbol\nnetwork: laststep dense(4) | softmax-xent\n";

  @TempDir Path folder;

  private Path write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private static ExperimentSettings read(Path file, Setting... instead) {
    return ExperimentFile.read(file, List.of(instead), Optional.empty());
  }

  private String errorOf(Path file, Setting... instead) {
    String message = assertThrows(BadInput.class, () -> read(file, instead)).getMessage();
    assertEquals(1, message.lines().count());
    return message.replace(folder + "/", "");
  }

  @Test
  void aSettingHoldsFromTheNearestFileThatGivesIt() throws IOException {
    write("base.yaml", HEAD + "batch: 8\nepochs: 2\nseed: 3\n");
    write("sub/middle.yaml", "extends: ../base.yaml\nbatch: 16\nepochs: 4\n");
    ExperimentSettings settings = read(write("sub/leaf.yaml", "extends: middle.yaml\nbatch: 32\n"));
    assertEquals(32, settings.batch());
    assertEquals(OptionalInt.of(4), settings.epochs());
    assertEquals(3, settings.seed());
    assertEquals("leaf", settings.name());
    assertEquals("first-symbol", settings.task().name());
  }

  @Test
  void whatIsSetStandsInForTheFilesAndTheLastOneHolds() throws IOException {
    write("base.yaml", HEAD + "batch: 8\n");
    Path leaf = write("leaf.yaml", "extends: base.yaml\nbatch: 16\n");
    Setting first = new Setting("batch", "4", "--set batch=4");
    Setting second = new Setting("batch", "5", "--set batch=5");
    assertEquals(5, read(leaf, first, second).batch());
  }

  @Test
  void aBadValueIsNamedWithTheFileAndLineWhereItStands() throws IOException {
    write("base.yaml", HEAD + "\nbatch: none\n");
    Path leaf = write("leaf.yaml", "extends: base.yaml\nseed: 1\n");
    assertEquals(
        "base.yaml, line 4, column 8: batch is 'none', but must be a whole number from 1 to 1,000,000",
        errorOf(leaf));
    write("base.yaml", HEAD + "bach: 3\n");
    assertEquals(
        "base.yaml, line 3, column 7: there is no setting 'bach' (did you mean batch?)",
        errorOf(leaf));
  }

  @Test
  void circlesAreRefusedWithEveryFileOfThem() throws IOException {
    Path one = write("one.yaml", "extends: two.yaml\n");
    write("two.yaml", "seed: 1\nextends: three.yaml\n");
    write("three.yaml", "extends: ./sub/../two.yaml\n");
    Files.createDirectory(folder.resolve("sub"));
    assertEquals(
        "three.yaml, line 1, column 10: extends two.yaml, which extends three.yaml, so that it"
            + " extends itself: leave this line out, or name another file",
        errorOf(one));
    Path self = write("self.yaml", "extends: self.yaml\n");
    assertTrue(
        errorOf(self).startsWith("self.yaml, line 1, column 10: extends self.yaml, so that"));
  }

  @Test
  void aFileThatIsNotThereIsNamedWhereItIsCalledFor() throws IOException {
    Path leaf = write("leaf.yaml", "seed: 1\nextends: nowhere.yaml\n");
    assertEquals(
        "leaf.yaml, line 2, column 10: extends is 'nowhere.yaml', but must be a regular file that there is,"
            + " counted from the folder of leaf.yaml",
        errorOf(leaf));
    Path list = write("list.yaml", "extends: [leaf.yaml, other.yaml]\n");
    assertEquals("list.yaml, line 1, column 10: extends must be one value", errorOf(list));
  }

  @Test
  void onlyAFileExtendsAnother() throws IOException {
    Path file = write("leaf.yaml", HEAD);
    assertEquals(
        "--set extends=a.yaml: extends can only stand in a file",
        errorOf(file, new Setting("extends", "a.yaml", "--set extends=a.yaml")));
  }
}
