package org.twinprop.experiments.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorTest {
  @Test
  void linuxNamesItsProcessor(@TempDir Path scratch) throws IOException {
    Path cpuinfo = scratch.resolve("cpuinfo");
    Files.writeString(cpuinfo, "processor\t: 0\nmodel name\t: Some Maker: Model 5\nflags\t: fpu\n");
    assertEquals(Optional.of("Some Maker: Model 5"), Processor.inLinux(cpuinfo));
    Files.writeString(cpuinfo, "processor\t: 0\n");
    assertEquals(Optional.empty(), Processor.inLinux(cpuinfo));
    assertEquals(Optional.empty(), Processor.inLinux(scratch.resolve("none")));
  }

  @Test
  void onlyTheFlagsThatDecideAreShown() {
    Processor processor =
        new Processor("x", Set.of("fpu", "avx2", "avx", "avx512f", "avx512_vnni"));
    assertEquals("[avx, avx2, avx512f]", processor.vectorFlags().toString());
  }

  @Test
  void theOneHereHasAName() {
    assertFalse(Processor.here().name().isBlank());
  }
}
