package org.twinprop.experiments.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class DownloadProgressTest {
  private final StringWriter out = new StringWriter();

  private void download(Ansi ansi) {
    try (DownloadProgress progress =
        new DownloadProgress(new Console(new PrintWriter(out), ansi))) {
      progress.alreadyThere("a.gz");
      progress.received("b.gz", 1_000_000, 4_000_000);
      progress.failed("b.gz", URI.create("https://example.org/b.gz"), "broke off");
      progress.received("b.gz", 3_000_000, 4_000_000);
      progress.finished("b.gz");
    }
  }

  @Test
  void withoutATerminalThereIsALineForEachEvent() {
    download(Ansi.OFF);
    assertEquals(
        List.of(
            "a.gz: already there",
            "b.gz: example.org broke off; trying again",
            "b.gz: fetched, content checked"),
        out.toString().lines().toList());
  }

  @Test
  void onATerminalABarShowsTheMegabytes() {
    download(Ansi.ON);
    assertTrue(out.toString().matches("(?s).*\rb\\.gz +75% .*3/4 MB.*"), out.toString());
    assertTrue(out.toString().contains("\u001b[Kb.gz: fetched, content checked"), out.toString());
  }
}
