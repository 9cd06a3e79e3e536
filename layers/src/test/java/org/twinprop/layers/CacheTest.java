package org.twinprop.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.twinprop.layers.ArrayAssertions.assertIdentical;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.primitives.Layout;
import org.twinprop.layers.primitives.Patches;

class CacheTest {
  private final Cache cache = new Cache(new Pass(1), DataType.DOUBLE, 1);

  /** Views and patches are found again by the array's identity: a new one each step is slow. */
  @Test
  void sameNameAndShapeIsTheSameArray() {
    assertSame(cache.buffer("a", 2, 3), cache.buffer("a", 2, 3));
    assertNotSame(cache.buffer("a", 2, 3), cache.buffer("b", 2, 3));
    assertNotSame(cache.buffer("a", 2, 3), cache.buffer("a", 3, 2));
    assertSame(cache.images("y", 4, 3, 2, 2), cache.images("y", 4, 3, 2, 2));
    assertNotSame(cache.images("y", 4, 3, 2, 2), cache.buffer("y", 4, 3, 2, 2));
    INDArray images = cache.images("y", 4, 3, 2, 2);
    assertSame(cache.bufferLike("dy", images), cache.bufferLike("dy", images));
  }

  @Test
  void imagesLieChannelByChannelAndBuffersRowByRow() {
    INDArray images = cache.images("y", 4, 3, 2, 5);
    assertArrayEquals(new long[] {4, 3, 2, 5}, images.shape());
    assertArrayEquals(new long[] {10, 40, 5, 1}, images.stride());
    assertTrue(Layout.alike(images, cache.bufferLike("a", images)));
    INDArray rows = cache.buffer("b", 4, 3, 2, 5);
    assertTrue(Layout.isRowMajor(rows));
    assertTrue(Layout.alike(rows, cache.bufferLike("c", rows)));
  }

  @Test
  void whatLiesInOrderIsHandedOnAsItIs() {
    INDArray x = new RandomArrays(1).gaussian(2, 3, 4, 5);
    INDArray images = Layout.byExample(new RandomArrays(1).gaussian(3, 2, 4, 5));
    assertSame(x, cache.inOrder("x", x));
    assertSame(images, cache.inOrder("images", images));
    INDArray columns = x.dup('f');
    INDArray ordered = cache.inOrder("columns", columns);
    assertTrue(Layout.isRowMajor(ordered));
    assertIdentical(x, ordered);
  }

  private static final class CountedPatches implements Patches {
    private final AtomicInteger open;

    CountedPatches(AtomicInteger open) {
      this.open = open;
      open.incrementAndGet();
    }

    @Override
    public void gather(INDArray columns, double padding) {}

    @Override
    public void scatter(INDArray columns, INDArray images) {}

    @Override
    public void close() {
      open.decrementAndGet();
    }
  }

  @Test
  void boundThingsAreMadeOncePerArrayAndClosedWhenTheyFallOut() {
    AtomicInteger open = new AtomicInteger();
    INDArray first = Nd4j.zeros(DataType.DOUBLE, 1);
    Patches made = cache.bound("patches", first, x -> new CountedPatches(open));
    assertSame(made, cache.bound("patches", first, x -> new CountedPatches(open)));
    for (int i = 0; i < 20; i++) {
      INDArray other = Nd4j.zeros(DataType.DOUBLE, 1);
      cache.bound("patches", other, x -> new CountedPatches(open));
    }
    assertEquals(4, open.get());
    cache.close();
    assertEquals(0, open.get());
  }
}
