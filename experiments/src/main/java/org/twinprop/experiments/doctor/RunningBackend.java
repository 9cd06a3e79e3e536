package org.twinprop.experiments.doctor;

import org.twinprop.data.BadInput;
import org.twinprop.natives.NativeBuild;

/** The backend on the class path of this very process; ND4J is not loaded to find out. */
public final class RunningBackend {
  private static final String CUDA = "/org/nd4j/linalg/jcublas/JCublasBackend.class";

  private RunningBackend() {}

  /** Which. */
  public static BackendProfile profile() {
    if (RunningBackend.class.getResource(CUDA) == null) {
      return BackendProfile.CPU;
    }
    return NativeBuild.release().equals(BackendProfile.CUDA_PTX.nd4j())
        ? BackendProfile.CUDA_PTX
        : BackendProfile.CUDA;
  }

  /**
   * The launcher starts the backend that was asked for; other ways to start have but one.
   *
   * @throws BadInput if it is another
   */
  public static void require(BackendProfile asked) {
    if (asked != profile()) {
      throw new BadInput(
          "--backend %s: this program was built with %s alone; start it by ./twinprop"
              .formatted(asked, profile()));
    }
  }
}
