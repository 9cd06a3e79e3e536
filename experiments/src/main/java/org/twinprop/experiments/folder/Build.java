package org.twinprop.experiments.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Which Twinprop this is: written into its jar when that was built.
 *
 * @param version of Twinprop
 * @param commit of its sources, 40 hexadecimal digits; {@code unknown} if they were built outside a
 *     repository
 * @param modified whether the sources differed from that commit
 */
public record Build(String version, String commit, boolean modified) {
  private static final String UNKNOWN = "unknown";

  /** What the build wrote down. */
  public static Build ofThisProgram() {
    Properties written = new Properties();
    try (InputStream in = Build.class.getResourceAsStream("build.properties")) {
      written.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Build(
        filled(written, "version"),
        filled(written, "commit"),
        Boolean.parseBoolean(filled(written, "modified")));
  }

  /** Maven leaves the placeholder where it has no value. */
  private static String filled(Properties written, String key) {
    String value = written.getProperty(key, UNKNOWN);
    return value.isBlank() || value.contains("${") ? UNKNOWN : value;
  }

  /** For a person: version and commit. */
  @Override
  public String toString() {
    return "%s, commit %s%s".formatted(version, commit, modified ? " with changes" : "");
  }
}
