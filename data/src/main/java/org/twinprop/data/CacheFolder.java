package org.twinprop.data;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Where downloaded data is kept for one user of this machine. */
public final class CacheFolder {
  private CacheFolder() {}

  /**
   * {@code $XDG_CACHE_HOME/twinprop} or {@code ~/.cache/twinprop}; on Windows {@code
   * %LOCALAPPDATA%\twinprop}. It need not exist yet.
   */
  public static Path path() {
    return path(
        System::getenv, System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
  }

  /** The XDG Base Directory Specification has relative paths ignored. */
  static Path path(UnaryOperator<String> environment, String system, Path home) {
    boolean windows = system.toLowerCase(Locale.ROOT).startsWith("windows");
    String base = environment.apply(windows ? "LOCALAPPDATA" : "XDG_CACHE_HOME");
    if (base != null && !base.isBlank() && Path.of(base).isAbsolute()) {
      return Path.of(base, "twinprop");
    }
    return windows ? home.resolve("AppData/Local/twinprop") : home.resolve(".cache/twinprop");
  }
}
