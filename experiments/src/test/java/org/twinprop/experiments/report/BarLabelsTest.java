package org.twinprop.experiments.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script that draws bars, run by Node.js where there is one. */
class BarLabelsTest {
  private static final String NAMES =
      "['none','0–2.5%','2.5–5%','5–7.5%','7.5–10%','10–12.5%','12.5–15%','15–17.5%',"
          + "'17.5–20%','20–22.5%','22.5–25%','25–27.5%','27.5–30%']";
  private static final int BINS = 13;
  private static final double MARGINS = 56;

  /** What "12.5–15%" takes in 12 pixels of the widest of the page's fonts, DejaVu Sans. */
  private static final double WIDEST_LABEL = 59;

  @ParameterizedTest
  @ValueSource(ints = {330, 560, 640, 848, 1100})
  void labelsUnderBarsDoNotOverlap(int width) throws IOException, InterruptedException {
    assumeTrue(isInstalled(), "skipped: there is no Node.js to run the report's script");
    String script =
        resource("style.js")
            + resource("bars.js")
            + "console.log(bars({names: %s, series: []}, %d).xAxis.axisLabel.interval)"
                .formatted(NAMES, width);
    String interval = output("node", "-e", script);
    assertTrue(interval.matches("\\d+"), interval);
    int bins = Integer.parseInt(interval) + 1;
    assertTrue(bins * (width - MARGINS) / BINS > WIDEST_LABEL, "labels every " + bins + " bins");
    assertTrue(bins <= BINS / 2, "a label is left over for two places at least");
  }

  private static boolean isInstalled() throws InterruptedException {
    try {
      return new ProcessBuilder("node", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Report.class.getResourceAsStream("charts/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8) + "\n";
    }
  }

  private static String output(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output.strip();
  }
}
