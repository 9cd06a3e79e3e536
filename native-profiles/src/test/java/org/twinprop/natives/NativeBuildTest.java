package org.twinprop.natives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeBuildTest {
  @ParameterizedTest
  @CsvSource({
    "linux-x86_64,   3, onednn-avx512",
    "linux-x86_64,   2, onednn-avx2",
    "linux-x86_64,   0, onednn",
    "windows-x86_64, 3, onednn-avx512",
    "windows-x86_64, 2, onednn-avx2",
    "macosx-x86_64,  3, onednn-avx2",
    "macosx-x86_64,  0, onednn",
    "macosx-arm64,   0, plain",
    "linux-arm64,    0, plain",
  })
  void theFastestPublishedBuildIsTaken(String platform, int vectorLevel, String expected) {
    Set<String> flags = ProcessorFlags.ofVirtualMachine(vectorLevel);
    assertEquals(expected, NativeBuild.fastest(platform, flags).orElseThrow().toString());
  }

  @Test
  void thereIsNoneForOtherPlatforms() {
    assertTrue(NativeBuild.fastest("linux-arm", Set.of()).isEmpty());
    assertTrue(NativeBuild.fastest("windows-arm64", Set.of()).isEmpty());
  }

  @Test
  void aProcessorThatLacksOneInstructionSetGetsTheBuildWithoutIt() {
    Set<String> flags = new TreeSet<>(ProcessorFlags.ofVirtualMachine(3));
    flags.remove("avx512vl"); // Knights Landing
    assertEquals(
        "onednn-avx2", NativeBuild.fastest("linux-x86_64", flags).orElseThrow().toString());
    assertFalse(new NativeBuild("-avx512").runsOn(flags));
    assertTrue(NativeBuild.PLAIN.runsOn(Set.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, linux-x86_64",
    "Linux, aarch64, linux-arm64",
    "Mac OS X, x86_64, macosx-x86_64",
    "Mac OS X, aarch64, macosx-arm64",
    "Windows 11, amd64, windows-x86_64",
    "Linux, riscv64, linux-riscv64",
  })
  void platformsAreNamedAsNativeBuildsAre(String system, String architecture, String platform) {
    assertEquals(platform, NativeBuild.platform(system, architecture));
  }

  @Test
  void linuxListsTheFlags(@TempDir Path folder) throws IOException {
    Path cpuinfo = folder.resolve("cpuinfo");
    Files.writeString(cpuinfo, "model name\t: X\nflags\t\t: fpu avx2 avx512f\n");
    assertEquals(Set.of("fpu", "avx2", "avx512f"), ProcessorFlags.inLinux(cpuinfo));
    Files.writeString(cpuinfo, "Features\t: fp asimd\n");
    assertEquals(Set.of("fp", "asimd"), ProcessorFlags.inLinux(cpuinfo));
    assertEquals(Set.of(), ProcessorFlags.inLinux(folder.resolve("none")));
  }

  @Test
  void whatThisProgramWasBuiltWithRunsHere() {
    assertTrue(NativeBuild.ofThisProgram().runsOn(ProcessorFlags.here()));
    assertTrue(NativeBuild.release().startsWith("1.0.0-M"), NativeBuild.release());
  }
}
