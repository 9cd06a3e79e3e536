package org.twinprop.layers.primitives;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.indexer.DoubleRawIndexer;
import org.bytedeco.javacpp.indexer.FloatRawIndexer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Copies and sums along rows of numbers that lie in the machine's own memory. Places are counted
 * from the start of the arrays' buffers, in numbers. Whoever calls it keeps within them: nothing is
 * checked here.
 */
interface Rows {
  /** Whether the array's numbers can be reached so. */
  static boolean reach(INDArray array) {
    return array.offset() == 0
        && (array.dataType() == DataType.FLOAT || array.dataType() == DataType.DOUBLE);
  }

  /** Rows of {@code to} from rows of {@code from}; both arrays have the same type. */
  static Rows between(INDArray from, INDArray to) {
    return from.dataType() == DataType.FLOAT
        ? new FloatRows(indexer(from), indexer(to))
        : new DoubleRows(doubleIndexer(from), doubleIndexer(to));
  }

  /** to[toPlace + k] = from[fromPlace + k step] for k below count. */
  void copy(long fromPlace, long step, long toPlace, int count);

  /** to[toPlace + k step] += from[fromPlace + k] for k below count. */
  void add(long fromPlace, long toPlace, long step, int count);

  /** to[toPlace + k] = value for k below count. */
  void fill(long toPlace, int count, double value);

  private static FloatRawIndexer indexer(INDArray array) {
    return new FloatRawIndexer((FloatPointer) array.data().pointer());
  }

  private static DoubleRawIndexer doubleIndexer(INDArray array) {
    return new DoubleRawIndexer((DoublePointer) array.data().pointer());
  }

  /** float32. */
  record FloatRows(FloatRawIndexer from, FloatRawIndexer to) implements Rows {
    @Override
    public void copy(long fromPlace, long step, long toPlace, int count) {
      for (int k = 0; k < count; k++) {
        to.putRaw(toPlace + k, from.getRaw(fromPlace + k * step));
      }
    }

    @Override
    public void add(long fromPlace, long toPlace, long step, int count) {
      for (int k = 0; k < count; k++) {
        long place = toPlace + k * step;
        to.putRaw(place, to.getRaw(place) + from.getRaw(fromPlace + k));
      }
    }

    @Override
    public void fill(long toPlace, int count, double value) {
      for (int k = 0; k < count; k++) {
        to.putRaw(toPlace + k, (float) value);
      }
    }
  }

  /** float64. */
  record DoubleRows(DoubleRawIndexer from, DoubleRawIndexer to) implements Rows {
    @Override
    public void copy(long fromPlace, long step, long toPlace, int count) {
      for (int k = 0; k < count; k++) {
        to.putRaw(toPlace + k, from.getRaw(fromPlace + k * step));
      }
    }

    @Override
    public void add(long fromPlace, long toPlace, long step, int count) {
      for (int k = 0; k < count; k++) {
        long place = toPlace + k * step;
        to.putRaw(place, to.getRaw(place) + from.getRaw(fromPlace + k));
      }
    }

    @Override
    public void fill(long toPlace, int count, double value) {
      for (int k = 0; k < count; k++) {
        to.putRaw(toPlace + k, value);
      }
    }
  }
}
