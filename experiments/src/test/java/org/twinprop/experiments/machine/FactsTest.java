package org.twinprop.experiments.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactsTest {
  @TempDir Path folder;

  @Test
  void whatMayBeUsedIsNeverMoreThanWhatIsThere() {
    Resources here = Resources.here();
    assertTrue(here.cores() >= 1 && here.cores() <= here.coresThere(), here.toString());
    assertTrue(here.memoryBytes() > 100_000_000, here.toString());
    assertTrue(here.memoryBytes() <= here.memoryBytesThere(), here.toString());
  }

  @Test
  void linuxCountsCoresAndMemory() throws IOException {
    Path cpuinfo = Files.writeString(folder.resolve("c"), "processor\t: 0\n\nprocessor\t: 1\n");
    assertEquals(2, Resources.coresIn(cpuinfo));
    Path meminfo = Files.writeString(folder.resolve("m"), "MemTotal:     2048 kB\nMemFree: 1 kB\n");
    assertEquals(2L << 20, Resources.bytesIn(meminfo));
    assertEquals(0, Resources.bytesIn(folder.resolve("none")));
  }

  @Test
  void theBusListsGpusWithoutADriver() throws IOException {
    device("0000:01:00.0", "0x10de", "0x030000"); // a GPU for a screen
    device("0000:01:00.1", "0x10de", "0x040300"); // its sound
    device("0000:02:00.0", "0x10de", "0x030200"); // a GPU without a connector
    device("0000:03:00.0", "0x8086", "0x030000"); // Intel's
    assertEquals(2, PciBus.nvidiaGpus(folder));
    assertEquals(0, PciBus.nvidiaGpus(folder.resolve("none")));
  }

  private void device(String name, String vendor, String kind) throws IOException {
    Path device = Files.createDirectory(folder.resolve(name));
    Files.writeString(device.resolve("vendor"), vendor + "\n");
    Files.writeString(device.resolve("class"), kind + "\n");
  }

  @Test
  void windowsLinuxIsKnownByItsKernel() throws IOException {
    Path release = folder.resolve("osrelease");
    assertTrue(Host.isWsl(Files.writeString(release, "5.15.90.1-microsoft-standard-WSL2\n")));
    assertTrue(Host.isWsl(Files.writeString(release, "4.4.0-19041-Microsoft\n")));
    assertFalse(Host.isWsl(Files.writeString(release, "6.1.0-18-amd64\n")));
  }

  @Test
  void containersAreKnownByWhatTheyLeave() {
    assertTrue(Host.isContainer("/.dockerenv"::equals, Map.of()));
    assertTrue(Host.isContainer("/run/.containerenv"::equals, Map.of()));
    assertTrue(Host.isContainer(file -> false, Map.of("container", "podman")));
    assertFalse(Host.isContainer(file -> false, Map.of("PATH", "/bin")));
  }

  @ParameterizedTest
  @CsvSource({
    "450.80.02, 440.33.01",
    "450.80.02, 450.51.06",
    "12.4, 11.8",
    "470.1, 470",
    "10, 9.9"
  })
  void laterReleasesAreGreater(String later, String earlier) {
    assertTrue(new ReleaseNumber(later).isAtLeast(new ReleaseNumber(earlier)));
    assertFalse(new ReleaseNumber(earlier).isAtLeast(new ReleaseNumber(later)));
    assertTrue(new ReleaseNumber(later).isAtLeast(new ReleaseNumber(later)));
  }

  @ParameterizedTest
  @CsvSource({"11060, 11.6", "12080, 12.8", "13000, 13.0", "9010, 9.1"})
  void cudaNumbersItsReleases(int number, String release) {
    assertEquals(release, ReleaseNumber.ofCuda(number).text());
  }

  @ParameterizedTest
  @CsvSource({"8.6, 8.9, true", "8.0, 8.6, true", "8.6, 8.0, false", "8.6, 9.0, false"})
  void machineCodeRunsOnLaterGpusOfItsMajorNumber(String code, String gpu, boolean runs) {
    assertEquals(runs, ComputeCapability.of(code).runsOn(ComputeCapability.of(gpu)));
  }

  @Test
  void anArchitectureIsTheNumberWithoutItsDot() {
    assertEquals("120", ComputeCapability.of("12.0").architecture());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "9", "9.", "sm_90", "9.0a", "-9.0"})
  void whatIsNoComputeCapabilityIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> ComputeCapability.of(text));
  }
}
