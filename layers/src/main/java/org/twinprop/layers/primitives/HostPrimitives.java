package org.twinprop.layers.primitives;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner.ExecutionerType;
import org.nd4j.linalg.factory.Nd4j;

/** The primitives where arrays lie in the machine's own memory: ND4J's, but for faster patches. */
public final class HostPrimitives extends Nd4jPrimitives {
  /** Whether ND4J computes on this machine's CPU. */
  public static boolean available() {
    return Nd4j.getExecutioner().type() == ExecutionerType.NATIVE_CPU;
  }

  @Override
  public Patches patches(INDArray images, Window window) {
    return Rows.reach(images) ? new HostPatches(images, window) : super.patches(images, window);
  }
}
