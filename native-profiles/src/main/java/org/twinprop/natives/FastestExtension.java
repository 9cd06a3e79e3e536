package org.twinprop.natives;

/** For the launcher: prints what to build with, as {@code -Dnd4j.extension=-onednn-avx512}. */
public final class FastestExtension {
  private FastestExtension() {}

  /** Prints nothing where the plain build is the fastest. */
  public static void main(String[] arguments) {
    NativeBuild.fastest(NativeBuild.platform(), ProcessorFlags.here())
        .filter(build -> !build.equals(NativeBuild.PLAIN))
        .ifPresent(build -> System.out.println("-Dnd4j.extension=" + build.extension()));
  }
}
