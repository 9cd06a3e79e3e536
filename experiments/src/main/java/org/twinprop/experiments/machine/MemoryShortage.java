package org.twinprop.experiments.machine;

import java.util.Locale;
import java.util.Optional;
import org.bytedeco.javacpp.Pointer;

/**
 * What a person is told when memory ran out: which of the two kinds it was, how much of it may be
 * taken, and which settings change that.
 *
 * @param reason as Java, or who calls native code, has it
 * @param limit what may be taken, in bytes
 * @param heap whether it was the heap; else the resident memory of the process, where arrays lie
 */
public record MemoryShortage(String reason, long limit, boolean heap) {
  private static final int MEGABYTE = 1 << 20;
  private static final String PROCESS_LIMIT = "org.bytedeco.javacpp.maxphysicalbytes";

  /** What the process may take, of the heap, where nobody sets it: JavaCPP's default. */
  private static final int HEAPS = 4;

  /** Empty if it was not for memory; found also where it ended the loading of a class. */
  public static Optional<MemoryShortage> in(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String reason = String.valueOf(root.getMessage());
    if (!(root instanceof OutOfMemoryError) && !reason.contains("java.lang.OutOfMemoryError")) {
      return Optional.empty();
    }
    return Optional.of(
        reason.contains("physicalBytes")
            ? new MemoryShortage(reason, Pointer.maxPhysicalBytes(), false)
            : new MemoryShortage(reason, Runtime.getRuntime().maxMemory(), true));
  }

  /** What happened, and what to change; to be followed by what becomes of the work. */
  public String line() {
    return String.format(
        Locale.ROOT,
        "not enough memory (%s): %s may take %,d MB, which is too little; lower --batch, give layers fewer outputs, or allow more, as in TWINPROP_JAVA_OPTIONS=%s",
        heap ? reason : "memory of the whole process",
        heap ? "Java's heap" : "the process, arrays included,",
        limit / MEGABYTE,
        option());
  }

  /** Where nobody set what the process may take, it follows from the heap. */
  private String option() {
    boolean set = System.getProperty(PROCESS_LIMIT) != null;
    long twice = 2 * (heap || set ? limit : limit / HEAPS) / MEGABYTE;
    String name = heap || !set ? "-Xmx" : "-D" + PROCESS_LIMIT + "=";
    return "%s%dm".formatted(name, Math.max(twice, 256));
  }
}
