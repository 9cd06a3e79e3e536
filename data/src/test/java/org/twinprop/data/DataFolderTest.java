package org.twinprop.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataFolderTest {
  @TempDir Path folder;
  private Path option;
  private Path named;
  private Path cache;

  @BeforeEach
  void makeFolders() throws IOException {
    option = Files.createDirectory(folder.resolve("option"));
    named = Files.createDirectory(folder.resolve("named"));
    cache = Files.createDirectory(folder.resolve("cache"));
  }

  @Test
  void theOptionComesFirstThenTheVariableThenTheDownload() throws IOException {
    Map<String, String> variable = Map.of("TWINPROP_DATA", named.toString());
    Path partial = cache.resolve("mnist");
    Files.createDirectory(partial);
    for (String file :
        List.of(
            "train-images-idx3-ubyte",
            "train-labels-idx1-ubyte",
            "qmnist-train-labels-idx2-int",
            "t10k-images-idx3-ubyte",
            "t10k-labels-idx1-ubyte")) {
      Files.createFile(partial.resolve(file + ".gz"));
    }
    assertEquals(
        Optional.empty(),
        DataFolder.resolve(Optional.empty(), Map.<String, String>of()::get, cache));
    Files.createFile(partial.resolve("qmnist-test-labels-idx2-int.gz.part"));
    assertEquals(
        Optional.empty(),
        DataFolder.resolve(Optional.empty(), Map.of("TWINPROP_DATA", " ")::get, cache));
    Files.createFile(partial.resolve("qmnist-test-labels-idx2-int.gz"));

    assertEquals(
        Optional.of(new DataFolder(option, "--data")),
        DataFolder.resolve(Optional.of(option), variable::get, cache));
    assertEquals(
        Optional.of(new DataFolder(named, "TWINPROP_DATA")),
        DataFolder.resolve(Optional.empty(), variable::get, cache));
    assertEquals(
        Optional.of(new DataFolder(cache, "downloaded")),
        DataFolder.resolve(Optional.empty(), Map.<String, String>of()::get, cache));
  }

  @Test
  void aNamedFolderThatDoesNotExistIsRefusedWithTheNameOfWhatNamedIt() {
    Path missing = folder.resolve("missing");
    String rest =
        " names "
            + missing
            + ", and there is no such folder; check the spelling, or leave it out to use downloaded or generated digits";
    BadInput byOption =
        assertThrows(
            BadInput.class,
            () -> DataFolder.resolve(Optional.of(missing), Map.<String, String>of()::get, cache));
    assertEquals("--data" + rest, byOption.getMessage());
    BadInput byVariable =
        assertThrows(
            BadInput.class,
            () ->
                DataFolder.resolve(
                    Optional.empty(), Map.of("TWINPROP_DATA", missing.toString())::get, cache));
    assertEquals("TWINPROP_DATA" + rest, byVariable.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, XDG_CACHE_HOME, /var/cache/me, /var/cache/me/twinprop",
    "Linux, XDG_CACHE_HOME, relative, /home/me/.cache/twinprop",
    "Linux, XDG_CACHE_HOME, '', /home/me/.cache/twinprop",
    "Linux, LOCALAPPDATA, /elsewhere, /home/me/.cache/twinprop",
    "Mac OS X, NONE, x, /home/me/.cache/twinprop",
    "Windows 11, LOCALAPPDATA, /users/me/local, /users/me/local/twinprop",
    "Windows 11, NONE, x, /home/me/AppData/Local/twinprop",
  })
  void theCacheFolderFollowsTheCustomOfTheSystem(
      String system, String variable, String value, String expected) {
    assumeFalse(
        System.getProperty("os.name").startsWith("Windows"),
        "skipped: these paths are absolute on Unix only");
    assertEquals(
        Path.of(expected),
        CacheFolder.path(Map.of(variable, value)::get, system, Path.of("/home/me")));
  }
}
