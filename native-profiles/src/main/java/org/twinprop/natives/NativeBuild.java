package org.twinprop.natives;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * A published CPU build of ND4J 1.0.0-M2.1, by what its classifier adds to the platform's: {@code
 * -onednn-avx512} of {@code nd4j-native-1.0.0-M2.1-linux-x86_64-onednn-avx512.jar}.
 *
 * @param extension empty for the plain build
 */
public record NativeBuild(String extension) {
  /** What runs on every processor of a platform. */
  public static final NativeBuild PLAIN = new NativeBuild("");

  /** As Linux names them; the builds are compiled for Haswell's and Skylake-X's instructions. */
  private static final Map<String, Set<String>> NEEDED =
      Map.of(
          "avx2", Set.of("avx2", "fma", "f16c", "bmi1", "bmi2"),
          "avx512", Set.of("avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl"));

  private static final String ONEDNN_AVX512 = "-onednn-avx512";
  private static final String ONEDNN_AVX2 = "-onednn-avx2";
  private static final String ONEDNN = "-onednn";

  /** Fastest first, as far as each platform has them; those left out have the plain one alone. */
  private static final Map<String, List<String>> PUBLISHED =
      Map.of(
          "linux-x86_64", List.of(ONEDNN_AVX512, ONEDNN_AVX2, ONEDNN),
          "windows-x86_64", List.of(ONEDNN_AVX512, ONEDNN_AVX2, ONEDNN),
          "macosx-x86_64", List.of(ONEDNN_AVX2, ONEDNN));

  private static final Set<String> PLATFORMS =
      Set.of("linux-x86_64", "linux-arm64", "macosx-x86_64", "macosx-arm64", "windows-x86_64");

  /**
   * The fastest one for a processor.
   *
   * @param platform as {@link #platform()} names it
   * @param flags of the processor, as {@link ProcessorFlags} names them
   * @return empty where ND4J has none for this platform
   */
  public static Optional<NativeBuild> fastest(String platform, Set<String> flags) {
    if (!PLATFORMS.contains(platform)) {
      return Optional.empty();
    }
    return Optional.of(
        PUBLISHED.getOrDefault(platform, List.of()).stream()
            .map(NativeBuild::new)
            .filter(build -> build.runsOn(flags))
            .findFirst()
            .orElse(PLAIN));
  }

  /** The one that this program was built with. */
  public static NativeBuild ofThisProgram() {
    return new NativeBuild(written("extension"));
  }

  /** The release of ND4J that this program was built with. */
  public static String release() {
    return written("dl4j.version");
  }

  private static String written(String key) {
    Properties properties = new Properties();
    try (InputStream in = NativeBuild.class.getResourceAsStream("/twinprop-native.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String value = properties.getProperty(key, "");
    return value.contains("${") ? "" : value;
  }

  /** What this machine is, as the classifiers of native builds call it. */
  public static String platform() {
    return platform(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static String platform(String system, String architecture) {
    String name = system.toLowerCase(Locale.ROOT);
    String first =
        name.startsWith("mac") ? "macosx" : name.startsWith("windows") ? "windows" : name;
    return first
        + "-"
        + switch (architecture) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm64";
          default -> architecture;
        };
  }

  /** Whether a processor with these flags has every instruction that may occur in it. */
  public boolean runsOn(Set<String> flags) {
    return NEEDED.entrySet().stream()
        .filter(level -> extension.endsWith(level.getKey()))
        .allMatch(level -> flags.containsAll(level.getValue()));
  }

  @Override
  public String toString() {
    return extension.isEmpty() ? "plain" : extension.substring(1);
  }
}
