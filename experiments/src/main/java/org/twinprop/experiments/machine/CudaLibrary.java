package org.twinprop.experiments.machine;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;

/** The part of the driver that programs compute by. It is looked for, and not called. */
final class CudaLibrary {
  private CudaLibrary() {}

  static boolean isThere() {
    try {
      NativeLibrary.getInstance(Platform.isWindows() ? "nvcuda" : "libcuda.so.1").dispose();
      return true;
    } catch (LinkageError e) {
      return false;
    }
  }
}
