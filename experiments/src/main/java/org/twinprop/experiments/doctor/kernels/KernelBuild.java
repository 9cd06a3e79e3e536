package org.twinprop.experiments.doctor.kernels;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.machine.ComputeCapability;

/**
 * Makes a copy of ND4J's CUDA library that holds machine code for one GPU architecture. What was
 * compiled before it was interrupted is not compiled again.
 *
 * @param jar with the library
 * @param tools of CUDA
 * @param gpu to compile for
 * @param folder where the copy goes, and the library that Java calls it by
 */
record KernelBuild(Path jar, CudaTools tools, ComputeCapability gpu, Path folder) {
  private static final String LIBRARY = "libnd4jcuda.so";
  private static final String BINDINGS = "libjnind4jcuda.so";

  /**
   * @param progress takes how many modules are done, of how many
   * @throws BadInput if the jar has no such library, or the tools refuse its code
   */
  void run(BiConsumer<Integer, Integer> progress) throws IOException {
    Path work = Files.createDirectories(folder.resolve("work"));
    Path library = work.resolve(LIBRARY);
    unpack(LIBRARY, library);
    List<FatBinary> modules;
    List<Path> compiled;
    try (FileChannel file = FileChannel.open(library)) {
      modules = FatBinaries.in(file).stream().filter(one -> one.ptx().isPresent()).toList();
      compiled = compileAll(file, modules, work, progress);
    }
    FatBinaries.replace(library, modules, compiled);
    unpack(BINDINGS, folder.resolve(BINDINGS));
    Files.move(library, folder.resolve(LIBRARY), StandardCopyOption.ATOMIC_MOVE);
    delete(work);
  }

  private void unpack(String name, Path to) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry entry =
          zip.stream()
              .filter(one -> one.getName().endsWith("/" + name))
              .findFirst()
              .orElseThrow(() -> new BadInput("%s holds no %s".formatted(jar, name)));
      try (InputStream in = zip.getInputStream(entry)) {
        Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** Largest first, so that no core is left alone with a large one at the end. */
  private List<Path> compileAll(
      FileChannel file, List<FatBinary> modules, Path work, BiConsumer<Integer, Integer> progress)
      throws IOException {
    if (modules.isEmpty()) {
      throw new BadInput("%s holds no intermediate code".formatted(jar));
    }
    AtomicInteger done = new AtomicInteger();
    ExecutorService cores =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i : largestFirst(modules)) {
        all.add(
            cores.submit(
                () -> {
                  compile(file, modules.get(i), work, i);
                  progress.accept(done.incrementAndGet(), modules.size());
                  return null;
                }));
      }
      await(all);
    } finally {
      cores.shutdownNow();
    }
    return Stream.iterate(0, i -> i + 1).limit(modules.size()).map(i -> compiled(work, i)).toList();
  }

  private static List<Integer> largestFirst(List<FatBinary> modules) {
    return Stream.iterate(0, i -> i + 1)
        .limit(modules.size())
        .sorted(Comparator.comparing(i -> -modules.get(i).ptx().orElseThrow().plain()))
        .toList();
  }

  private void compile(FileChannel file, FatBinary module, Path work, int number)
      throws IOException {
    Path compiled = compiled(work, number);
    if (Files.exists(compiled)) {
      return;
    }
    Path ptx = work.resolve("%03d.ptx".formatted(number));
    Files.write(ptx, module.text(file));
    tools.compile(ptx, compiled, gpu);
    Files.delete(ptx);
  }

  private static Path compiled(Path work, int number) {
    return work.resolve("%03d.fatbin".formatted(number));
  }

  private static void await(List<Future<?>> all) throws IOException {
    try {
      for (Future<?> one : all) {
        one.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof BadInput refused) {
        throw refused;
      }
      throw new IOException(e.getCause());
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    Files.delete(folder);
  }
}
