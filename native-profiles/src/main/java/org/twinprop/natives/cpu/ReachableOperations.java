package org.twinprop.natives.cpu;

import java.lang.ref.Reference;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.BroadcastOp;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.IndexAccumulation;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.RandomOp;
import org.nd4j.linalg.api.ops.ReduceOp;
import org.nd4j.linalg.api.ops.ScalarOp;
import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.cpu.nativecpu.ops.NativeOpExecutioner;

/**
 * Runs operations as ND4J does, and keeps their arrays until the native code has finished.
 *
 * <p>ND4J hands native code the address of an array that only the operation refers to, such as the
 * dimensions to sum over. Once the optimising compiler sees that nothing in Java reads the
 * operation again, the garbage collector may take it, and the array's memory with it, while native
 * code still uses it: the whole process then ends with a segmentation fault (Java Language
 * Specification 17, section 12.6.1, has when an object counts as reachable).
 */
public final class ReachableOperations extends NativeOpExecutioner {

  @Override
  public INDArray exec(Op operation, OpContext context) {
    return keeping(operation, context, () -> super.exec(operation, context));
  }

  @Override
  public INDArray exec(ReduceOp operation, OpContext context) {
    return keeping(operation, context, () -> super.exec(operation, context));
  }

  @Override
  public INDArray exec(IndexAccumulation operation, OpContext context) {
    return keeping(operation, context, () -> super.exec(operation, context));
  }

  @Override
  public INDArray exec(ScalarOp operation, OpContext context) {
    return keeping(operation, context, () -> super.exec(operation, context));
  }

  @Override
  public INDArray exec(BroadcastOp operation, OpContext context) {
    return keeping(operation, context, () -> super.exec(operation, context));
  }

  @Override
  public INDArray exec(RandomOp operation, OpContext context, Random random) {
    return keeping(operation, context, () -> super.exec(operation, context, random));
  }

  @Override
  public INDArray[] exec(CustomOp operation) {
    return keeping(operation, null, () -> super.exec(operation));
  }

  @Override
  public INDArray[] exec(CustomOp operation, OpContext context) {
    return keeping(operation, context, () -> super.exec(operation, context));
  }

  private static <T> T keeping(Object operation, OpContext context, Supplier<T> execution) {
    try {
      return execution.get();
    } finally {
      Reference.reachabilityFence(operation);
      Reference.reachabilityFence(context);
    }
  }
}
