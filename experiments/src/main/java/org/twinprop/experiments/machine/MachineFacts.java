package org.twinprop.experiments.machine;

import java.util.Optional;

/**
 * Everything about a computer that decides what Twinprop computes on.
 *
 * @param host what the program runs in
 * @param processor its processor
 * @param resources what the program may use
 * @param nvidia GPUs and their driver
 * @param visibleDevices the variable CUDA_VISIBLE_DEVICES, which restricts a program to some GPUs
 */
public record MachineFacts(
    Host host,
    Processor processor,
    Resources resources,
    Nvidia nvidia,
    Optional<String> visibleDevices) {

  /** Of this computer; takes a tenth of a second. */
  public static MachineFacts here() {
    return new MachineFacts(
        Host.here(),
        Processor.here(),
        Resources.here(),
        Nvidia.here(),
        Optional.ofNullable(System.getenv("CUDA_VISIBLE_DEVICES")));
  }
}
