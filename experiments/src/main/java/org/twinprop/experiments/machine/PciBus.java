package org.twinprop.experiments.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The hardware's own list, which needs no driver; Linux shows it as files. */
final class PciBus {
  static final Path DEVICES = Path.of("/sys/bus/pci/devices");

  private static final String NVIDIA = "0x10de";

  /** Display controllers: 0x0300 with a connector for a screen, 0x0302 without. */
  private static final String DISPLAY = "0x03";

  private PciBus() {}

  static int nvidiaGpus(Path devices) {
    int found = 0;
    try (DirectoryStream<Path> all = Files.newDirectoryStream(devices)) {
      for (Path device : all) {
        boolean gpu = says(device, "vendor", NVIDIA) && says(device, "class", DISPLAY);
        found += gpu ? 1 : 0;
      }
    } catch (IOException e) {
      return 0;
    }
    return found;
  }

  private static boolean says(Path device, String file, String start) {
    try {
      return Files.readString(device.resolve(file), StandardCharsets.UTF_8).startsWith(start);
    } catch (IOException e) {
      return false;
    }
  }
}
