package org.twinprop.trainer.twin;

import java.util.Arrays;
import java.util.function.Supplier;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Dropout with the mask that the hand-written layer drew, so that both networks drop the same. */
final class SharedMask implements IDropout {
  private static final long serialVersionUID = 1L;

  private final String layer;
  private final transient Supplier<INDArray> mask;

  /**
   * @param layer as messages call it
   * @param mask of the hand-written layer's last forward pass; null if that was not in training
   */
  SharedMask(String layer, Supplier<INDArray> mask) {
    this.layer = layer;
    this.mask = mask;
  }

  @Override
  public INDArray applyDropout(
      INDArray x, INDArray y, int iteration, int epoch, LayerWorkspaceMgr workspaces) {
    return x.muli(maskFor(x), y);
  }

  @Override
  public INDArray backprop(INDArray dy, INDArray dx, int iteration, int epoch) {
    return dy.muli(maskFor(dy), dx);
  }

  private INDArray maskFor(INDArray x) {
    INDArray drawn = mask.get();
    if (drawn == null || !Arrays.equals(drawn.shape(), x.shape())) {
      throw new IllegalStateException(
          layer
              + ": the twin drops what the hand-written layer dropped, so that one must see the"
              + " batch first, in training");
    }
    return drawn;
  }

  @Override
  public void clear() {
    // the mask is the hand-written layer's
  }

  @Override
  public IDropout clone() {
    return this; // DL4J copies configurations, but the mask has one owner
  }
}
