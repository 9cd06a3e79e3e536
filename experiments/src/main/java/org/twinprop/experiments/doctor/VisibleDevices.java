package org.twinprop.experiments.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twinprop.experiments.machine.Gpu;

/**
 * The variable CUDA_VISIBLE_DEVICES, read as CUDA does: the GPUs up to the first name that means
 * none. Numbers count as nvidia-smi does, for the launcher sets CUDA_DEVICE_ORDER=PCI_BUS_ID.
 *
 * <p>Source: NVIDIA, CUDA C++ Programming Guide, section on environment variables.
 */
final class VisibleDevices {
  private VisibleDevices() {}

  /** All of them where the variable is not set. */
  static List<Gpu> among(List<Gpu> gpus, Optional<String> variable) {
    if (variable.isEmpty()) {
      return gpus;
    }
    List<Gpu> visible = new ArrayList<>();
    for (String name : variable.get().strip().split("\\s*,\\s*")) {
      Optional<Gpu> named = gpus.stream().filter(gpu -> isNamed(gpu, name)).findFirst();
      if (named.isEmpty()) {
        return visible;
      }
      visible.add(named.get());
    }
    return visible;
  }

  /** A part of a divided GPU (MIG-...) is named by a name of its own. */
  private static boolean isNamed(Gpu gpu, String name) {
    return name.equals(Integer.toString(gpu.index()))
        || (name.startsWith("GPU-") && gpu.uuid().startsWith(name))
        || (name.startsWith("MIG-") && gpu.divided());
  }
}
