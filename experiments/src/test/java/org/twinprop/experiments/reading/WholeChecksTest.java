package org.twinprop.experiments.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinprop.experiments.Captured;

class WholeChecksTest {
  @TempDir Path scratch;

  @Test
  void aRunReadsAsManyWholeChecksAsItIsAskedTo() throws Exception {
    Path out = scratch.resolve("out");
    Captured run =
        Captured.of(
            "run",
            "checks",
            "--net",
            "flatten dense(10) | softmax-xent",
            "--limit",
            "300",
            "--epochs",
            "1",
            "--twin",
            "off",
            "--read",
            "6",
            "--out",
            out.toString());
    String text = run.succeeded().out();
    assertTrue(text.contains("amounts wrong") && text.contains("refused"), text);
    List<String> rows = Files.readAllLines(out.resolve("checks.csv"));
    assertEquals(7, rows.size(), "a header and a row for each check");
    String page = Jsoup.parse(Files.readString(out.resolve("report.html"))).text();
    assertTrue(page.contains("Error against refusal"), "the report draws it");
  }
}
