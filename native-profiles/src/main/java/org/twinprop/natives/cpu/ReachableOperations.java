package org.twinprop.natives.cpu;

import static org.twinprop.natives.Reachability.keeping;

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

/** Runs operations as ND4J does, and keeps their arrays until the native code has finished. */
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
}
