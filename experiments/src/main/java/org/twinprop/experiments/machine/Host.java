package org.twinprop.experiments.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import org.twinprop.natives.NativeBuild;

/**
 * What the program runs in.
 *
 * @param operatingSystem its name, version and architecture
 * @param platform as native builds call it: {@code linux-x86_64}
 * @param java vendor and version of the Java virtual machine
 * @param wsl whether it is Windows' Linux
 * @param container whether it is a container
 */
public record Host(
    String operatingSystem, String platform, String java, boolean wsl, boolean container) {

  /** This one. */
  public static Host here() {
    return new Host(
        operatingSystemHere(),
        NativeBuild.platform(),
        javaHere(),
        isWsl(Path.of("/proc/sys/kernel/osrelease")),
        isContainer(file -> Files.exists(Path.of(file)), System.getenv()));
  }

  /** Name, version and architecture. */
  public static String operatingSystemHere() {
    return "%s %s %s".formatted(property("os.name"), property("os.version"), property("os.arch"));
  }

  /** Vendor and version. */
  public static String javaHere() {
    return property("java.vm.vendor") + " " + property("java.runtime.version");
  }

  /** {@code 5.15.90.1-microsoft-standard-WSL2}. */
  static boolean isWsl(Path release) {
    try {
      return Files.readString(release, StandardCharsets.UTF_8).contains("icrosoft");
    } catch (IOException e) {
      return false;
    }
  }

  static boolean isContainer(Predicate<String> exists, Map<String, String> environment) {
    return exists.test("/.dockerenv")
        || exists.test("/run/.containerenv")
        || environment.containsKey("KUBERNETES_SERVICE_HOST")
        || environment.containsKey("container");
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }
}
