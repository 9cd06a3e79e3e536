package org.twinprop.experiments.report;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * What is copied into every page, so that it needs nothing else: its style, its script, and the
 * library that draws its charts. The page allows these two scripts by their hashes, and no other:
 * whatever a name in the data contains, the browser will not run it.
 */
final class Assets {
  /**
   * The build of ECharts with lines, bars and scatter; the whole of it (heat maps, custom series)
   * would make every report 370 kB larger.
   */
  private static final String CHARTS = "echarts.common.min.js";

  private static final String WEBJAR = "META-INF/resources/webjars/echarts/%s/%s";
  private static final String WEBJAR_VERSION = "META-INF/maven/org.webjars/echarts/pom.properties";
  private static final List<String> SCRIPTS =
      List.of(
          "style.js",
          "intervals.js",
          "curves.js",
          "spreads.js",
          "bars.js",
          "calibration.js",
          "front.js",
          "predicted.js",
          "page.js");
  private static final String OWN = "org/twinprop/experiments/report/";

  private Assets() {}

  static String style() {
    return read(OWN + "report.css");
  }

  /** Our own: how each kind of chart is drawn, and then the page that draws them. */
  static String script() {
    return inlineable(
        SCRIPTS.stream().map(name -> read(OWN + "charts/" + name)).collect(joining("\n")));
  }

  /** Our own, for a page that is served: it asks whether there is a newer one. */
  static String watching() {
    return inlineable(read(OWN + "charts/watch.js"));
  }

  /** ECharts. */
  static String library() {
    return inlineable(read(WEBJAR.formatted(version(), CHARTS)));
  }

  /** The content security policy: these scripts, inline styles and images, and no requests. */
  static String policy(String... scripts) {
    StringBuilder allowed = new StringBuilder();
    for (String script : scripts) {
      allowed.append(" 'sha256-").append(hash(script)).append('\'');
    }
    return "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src"
        + (scripts.length == 0 ? " 'none'" : allowed);
  }

  private static String hash(String script) {
    try {
      byte[] bytes = script.getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String version() {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(read(WEBJAR_VERSION)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }

  /** Inside a page, a script ends at the first closing tag, even one within a string. */
  private static String inlineable(String script) {
    String lower = script.toLowerCase(Locale.ROOT);
    if (lower.contains("</script") || lower.contains("<!--")) {
      throw new IllegalStateException("a script that would end, or hide, the page's own");
    }
    // a page's line ends are normalised before it is hashed
    return script.replace("\r\n", "\n");
  }

  private static String read(String resource) {
    try (InputStream in = Assets.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
