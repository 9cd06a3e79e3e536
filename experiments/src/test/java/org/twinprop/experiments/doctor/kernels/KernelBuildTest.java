package org.twinprop.experiments.doctor.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.lz4.BlockLZ4CompressorOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.machine.ComputeCapability;

/**
 * On a small library in CUDA's layout, with small programs in the place of CUDA's tools, which few
 * machines have.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the tools' stand-ins are shell scripts")
class KernelBuildTest {
  private static final ComputeCapability HOPPER = ComputeCapability.of("9.0");
  private static final String PLAIN = ".version 7.2\n.target sm_86\n" + "add.f32;\n".repeat(40);
  private static final String PACKED = ".version 7.2\n.target sm_86\n" + "mul.f32;\n".repeat(99);

  @TempDir Path folder;
  private final List<Integer> ends = new ArrayList<>();

  @BeforeEach
  void tools() throws IOException {
    script(
        "ptxas", "for last; do :; done; [ \"$1\" = -O1 ] || ! grep -q crash \"$last\" || exit 139");
    append("ptxas", "[ \"$1\" != -O1 ] || shift; [ \"$1\" = -arch=sm_90 ] || exit 3");
    append("ptxas", "! grep -q refuse \"$last\" || { echo line 3: no; exit 255; }");
    append("ptxas", "{ echo code; wc -c <\"$last\"; } >\"$3\"");
    script("fatbinary", "cp \"${4#*file=}\" \"${1#--create=}\"");
  }

  @Test
  void everyModuleIsReplacedWhereItBeganAndNothingElseChanges() throws IOException {
    byte[] library = library(PLAIN, PACKED);
    List<String> progress = new ArrayList<>();
    build(library).run((done, all) -> progress.add(done + "/" + all));
    byte[] made = Files.readAllBytes(folder.resolve("out/libnd4jcuda.so"));
    assertEquals(library.length, made.length);
    byte[] expected = library.clone();
    place(expected, 0, "code\n" + PLAIN.length() + "\n");
    place(expected, 1, "code\n" + PACKED.length() + "\n");
    assertArrayEquals(expected, made);
    assertEquals("bindings", Files.readString(folder.resolve("out/libjnind4jcuda.so")));
    assertEquals(2, progress.size());
    assertTrue(progress.contains("2/2"), progress.toString());
    assertFalse(Files.exists(folder.resolve("out/work")));
  }

  @Test
  void aModuleThatCrashesTheAssemblerIsOptimisedLess() throws IOException {
    String crashing = PLAIN + "crash;\n";
    byte[] library = library(crashing, PACKED);
    build(library).run((done, all) -> {});
    byte[] expected = library.clone();
    place(expected, 0, "code\n" + crashing.length() + "\n");
    place(expected, 1, "code\n" + PACKED.length() + "\n");
    assertArrayEquals(expected, Files.readAllBytes(folder.resolve("out/libnd4jcuda.so")));
  }

  @Test
  void whatWasCompiledBeforeIsTakenAndARefusedModuleLeavesNoLibrary() throws IOException {
    byte[] library = library(PLAIN, PACKED + "refuse;\n");
    Files.createDirectories(folder.resolve("out/work"));
    Files.writeString(folder.resolve("out/work/000.fatbin"), "earlier");
    BadInput thrown = assertThrows(BadInput.class, () -> build(library).run((done, all) -> {}));
    assertTrue(thrown.getMessage().contains("001.ptx: code 255 line 3: no"), thrown.getMessage());
    assertFalse(Files.exists(folder.resolve("out/libnd4jcuda.so")));
    byte[] mended = library(PLAIN, PACKED);
    build(mended).run((done, all) -> {});
    place(mended, 0, "earlier");
    place(mended, 1, "code\n" + PACKED.length() + "\n");
    assertArrayEquals(mended, Files.readAllBytes(folder.resolve("out/libnd4jcuda.so")));
  }

  @Test
  void missingToolsAreSaidInOneLine() {
    Map<String, String> environment = Map.of("PATH", folder.resolve("none").toString());
    BadInput thrown =
        assertThrows(BadInput.class, () -> CudaTools.find(environment, folder.resolve("none")));
    assertTrue(thrown.getMessage().contains("install CUDA's toolkit, 11.8"), thrown.getMessage());
    assertEquals(1, thrown.getMessage().lines().count());
  }

  @Test
  void toolsAreFoundByThePathOrTheToolkitsVariable() {
    Path nowhere = folder.resolve("none");
    Path ptxas = folder.resolve("bin/ptxas");
    assertEquals(ptxas, CudaTools.find(Map.of("PATH", "/x:" + folder + "/bin"), nowhere).ptxas());
    assertEquals(ptxas, CudaTools.find(Map.of("CUDA_HOME", "" + folder), nowhere).ptxas());
    assertEquals(ptxas, CudaTools.find(Map.of(), folder.resolve("bin")).ptxas());
  }

  private KernelBuild build(byte[] library) throws IOException {
    Path jar = folder.resolve("nd4j.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry("org/nd4j/linux-x86_64/libnd4jcuda.so"));
      zip.write(library);
      zip.putNextEntry(new ZipEntry("org/nd4j/linux-x86_64/libjnind4jcuda.so"));
      zip.write("bindings".getBytes(StandardCharsets.UTF_8));
    }
    CudaTools tools = CudaTools.find(Map.of(), folder.resolve("bin"));
    Files.createDirectories(folder.resolve("out"));
    return new KernelBuild(jar, tools, HOPPER, folder.resolve("out"));
  }

  private final List<Integer> starts = new ArrayList<>();

  /** Other bytes, among them a magic number by chance, around two modules. */
  private byte[] library(String first, String second) throws IOException {
    starts.clear();
    ends.clear();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] other = new byte[70_000];
    new SplittableRandom(1).nextBytes(other);
    ByteBuffer.wrap(other).order(ByteOrder.LITTLE_ENDIAN).putInt(100, FatBinary.MAGIC);
    for (byte[] module : List.of(module(first, false), module(second, true))) {
      out.write(other);
      starts.add(out.size());
      out.write(module);
      ends.add(out.size());
    }
    out.write(other);
    return out.toByteArray();
  }

  /** Machine code for another GPU, then intermediate code, filled up with zeros. */
  private static byte[] module(String text, boolean compress) throws IOException {
    byte[] plain = (text + "\0\0\0").getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream lz4 = new BlockLZ4CompressorOutputStream(packed)) {
      lz4.write(plain);
    }
    byte[] stored = compress ? packed.toByteArray() : plain;
    byte[] filled = Arrays.copyOf(stored, stored.length + 8 - stored.length % 8);
    byte[] code = new byte[512];
    ByteBuffer all =
        ByteBuffer.allocate(16 + 64 + code.length + 64 + filled.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    all.putInt(FatBinary.MAGIC).putShort((short) 1).putShort((short) 16).putLong(all.limit() - 16);
    all.put(entry(2, code.length, 0, 0, 80)).put(code);
    all.put(entry(1, filled.length, compress ? stored.length : 0, plain.length, 86)).put(filled);
    return all.array();
  }

  private static byte[] entry(int kind, int payload, int packed, int plain, int architecture) {
    ByteBuffer header = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    header.putShort(0, (short) kind).putInt(4, 64).putLong(8, payload).putInt(16, packed);
    header.putInt(28, architecture).putLong(40, packed > 0 ? FatBinary.COMPRESSED : 0);
    return header.putLong(56, plain).array();
  }

  private void place(byte[] library, int module, String code) {
    Arrays.fill(library, starts.get(module), ends.get(module), (byte) 0);
    byte[] bytes = code.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, library, starts.get(module), bytes.length);
  }

  private void script(String name, String line) throws IOException {
    Path file = Files.createDirectories(folder.resolve("bin")).resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + line + "\n");
    assertTrue(file.toFile().setExecutable(true));
  }

  private void append(String name, String line) throws IOException {
    Path file = folder.resolve("bin").resolve(name);
    Files.writeString(file, Files.readString(file) + line + "\n");
  }
}
