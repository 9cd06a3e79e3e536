package org.twinprop.experiments.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinprop.experiments.Captured;
import org.twinprop.experiments.Twinprop;

/** A search in a process of its own, which is killed without a word (SIGKILL). */
class KilledSearchTest {
  @TempDir Path folder;

  @Test
  void goesOnAsIfNothingHadHappenedAndRedoesNothing() throws IOException, InterruptedException {
    Path file = new SearchFiles(folder).file("small");
    Path killed = folder.resolve("killed");
    kill(start(file, killed), killed);
    Map<Path, Object> done = new HashMap<>();
    for (Path result : SearchFiles.files(killed)) {
      done.put(result, Files.getLastModifiedTime(result));
    }
    assertTrue(done.size() >= 3 && done.size() < 8, done.size() + " were done");

    Captured resumed = Captured.of("search", "--resume", killed.toString()).succeeded();
    assertTrue(resumed.out().contains(done.size() + " candidates done before"), resumed.out());
    for (Map.Entry<Path, Object> before : done.entrySet()) {
      assertEquals(before.getValue(), Files.getLastModifiedTime(before.getKey()));
    }
    Path whole = folder.resolve("whole");
    Captured.of("search", file.toString(), "--out", whole.toString()).succeeded();
    assertEquals(SearchFiles.results(whole), SearchFiles.results(killed));
    assertEquals(8, SearchFiles.results(killed).size());
    assertEquals(
        Files.readString(whole.resolve("best.yaml")),
        Files.readString(killed.resolve("best.yaml")));
  }

  private static void kill(Process process, Path search) throws IOException, InterruptedException {
    try {
      long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
      while (SearchFiles.files(search).size() < 3) {
        assertTrue(process.isAlive() && System.nanoTime() < end, "three were never done");
        Thread.sleep(5);
      }
    } finally {
      process.destroyForcibly();
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it could not be killed");
    }
  }

  private Process start(Path file, Path out) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Twinprop.class.getName()));
    command.addAll(List.of("search", file.toString(), "--out", out.toString()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("killed.txt").toFile())
        .start();
  }
}
