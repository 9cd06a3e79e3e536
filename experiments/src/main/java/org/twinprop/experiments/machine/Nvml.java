package org.twinprop.experiments.machine;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * NVIDIA's management library, which comes with the driver: it tells of GPUs without starting
 * anything on them.
 *
 * <p>Source of signatures and constants: NVIDIA, NVML API Reference Guide.
 */
final class Nvml implements AutoCloseable {
  private static final int TEXT = 96;
  private static final int MEMORY_FIELDS = 3; // total, free, used
  private static final List<String> LINUX =
      List.of("libnvidia-ml.so.1", "/usr/lib/wsl/lib/libnvidia-ml.so.1");
  private static final List<String> WINDOWS =
      List.of("nvml", "C:\\Program Files\\NVIDIA Corporation\\NVSMI\\nvml.dll");

  private final NativeLibrary library;
  private boolean open;

  private Nvml(NativeLibrary library) {
    this.library = library;
  }

  /** Empty where there is no driver. */
  static Optional<Nvml> ofThisMachine() {
    if (!Platform.isLinux() && !Platform.isWindows()) {
      return Optional.empty();
    }
    Stream<String> names = (Platform.isWindows() ? WINDOWS : LINUX).stream();
    return names.map(Nvml::at).flatMap(Optional::stream).findFirst();
  }

  /** The library of this name or path; empty where it does not load. */
  static Optional<Nvml> at(String name) {
    try {
      return Optional.of(new Nvml(NativeLibrary.getInstance(name)));
    } catch (LinkageError e) {
      return Optional.empty();
    }
  }

  /**
   * @throws NvmlException as every method, if the driver gives an error instead
   */
  void open() {
    call("nvmlInit_v2");
    open = true;
  }

  ReleaseNumber driverVersion() {
    Memory text = new Memory(TEXT);
    call("nvmlSystemGetDriverVersion", text, TEXT);
    return new ReleaseNumber(text.getString(0));
  }

  ReleaseNumber cudaVersion() {
    IntByReference number = new IntByReference();
    call("nvmlSystemGetCudaDriverVersion", number);
    return ReleaseNumber.ofCuda(number.getValue());
  }

  List<Gpu> gpus() {
    IntByReference count = new IntByReference();
    call("nvmlDeviceGetCount_v2", count);
    List<Gpu> gpus = new ArrayList<>();
    for (int index = 0; index < count.getValue(); index++) {
      PointerByReference device = new PointerByReference();
      call("nvmlDeviceGetHandleByIndex_v2", index, device);
      gpus.add(gpu(index, device.getValue()));
    }
    return gpus;
  }

  private Gpu gpu(int index, Pointer device) {
    return new Gpu(
        index,
        text("nvmlDeviceGetUUID", device),
        text("nvmlDeviceGetName", device),
        computeCapability(device),
        memoryBytes(device),
        isDivided(device));
  }

  private String text(String function, Pointer device) {
    Memory text = new Memory(TEXT);
    call(function, device, text, TEXT);
    return text.getString(0, StandardCharsets.UTF_8.name());
  }

  private ComputeCapability computeCapability(Pointer device) {
    IntByReference major = new IntByReference();
    IntByReference minor = new IntByReference();
    call("nvmlDeviceGetCudaComputeCapability", device, major, minor);
    return new ComputeCapability(major.getValue(), minor.getValue());
  }

  private long memoryBytes(Pointer device) {
    return memory(device).getLong(0);
  }

  private Memory memory(Pointer device) {
    Memory fields = new Memory(MEMORY_FIELDS * (long) Long.BYTES);
    call("nvmlDeviceGetMemoryInfo", device, fields);
    return fields;
  }

  /** Memory in use by all programs on the GPU of this name. */
  long usedBytes(String uuid) {
    PointerByReference device = new PointerByReference();
    call("nvmlDeviceGetHandleByUUID", uuid, device);
    return memory(device.getValue()).getLong(2L * Long.BYTES);
  }

  /** Older GPUs and drivers answer with an error, which means no. */
  private boolean isDivided(Pointer device) {
    IntByReference current = new IntByReference();
    IntByReference pending = new IntByReference();
    try {
      call("nvmlDeviceGetMigMode", device, current, pending);
      return current.getValue() == 1;
    } catch (NvmlException e) {
      return false;
    }
  }

  private void call(String name, Object... arguments) {
    int status;
    try {
      status = library.getFunction(name).invokeInt(arguments);
    } catch (UnsatisfiedLinkError e) {
      throw new NvmlException("it has no function " + name + ", so it is years old");
    }
    if (status != 0) {
      throw new NvmlException(meaning(status));
    }
  }

  private String meaning(int status) {
    try {
      Function function = library.getFunction("nvmlErrorString");
      return "%s (error %d)".formatted(function.invokeString(new Object[] {status}, false), status);
    } catch (UnsatisfiedLinkError e) {
      return "error " + status;
    }
  }

  /** Lets go of the driver. */
  @Override
  public void close() {
    if (open) {
      library.getFunction("nvmlShutdown").invokeInt(new Object[0]);
    }
    library.dispose();
  }
}
