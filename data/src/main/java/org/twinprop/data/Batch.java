package org.twinprop.data;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One batch. The arrays belong to the {@link Batches} that made it and are overwritten by its next
 * batch: {@code dup()} what has to stay.
 *
 * @param x inputs, shape [n, inputShape...]
 * @param y targets, shape [n, targetShape...]
 * @param rows row i of x and y is example {@code rows[i]} of the {@link Examples}; its groups are
 *     found with that number
 */
public record Batch(INDArray x, INDArray y, int[] rows) {}
