package org.twinprop.natives.cuda;

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
import org.nd4j.linalg.api.ops.TransformOp;
import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.jcublas.ops.executioner.CudaExecutioner;

/**
 * Runs operations as ND4J does, and keeps their arrays until the native code has launched them: it
 * reads the dimensions to sum over on the host, as on the processor, and what it frees on the
 * device waits for the kernels that use it.
 */
public final class ReachableOperations extends CudaExecutioner {

  @Override
  public INDArray exec(Op operation, OpContext context) {
    return keeping(operation, context, () -> super.exec(operation, context));
  }

  @Override
  public TransformOp execAndReturn(TransformOp operation) {
    return keeping(operation, null, () -> super.execAndReturn(operation));
  }

  @Override
  public INDArray exec(ReduceOp operation) {
    return keeping(operation, null, () -> super.exec(operation));
  }

  @Override
  public INDArray exec(IndexAccumulation operation) {
    return keeping(operation, null, () -> super.exec(operation));
  }

  @Override
  public INDArray exec(ScalarOp operation) {
    return keeping(operation, null, () -> super.exec(operation));
  }

  @Override
  public INDArray exec(BroadcastOp operation) {
    return keeping(operation, null, () -> super.exec(operation));
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
