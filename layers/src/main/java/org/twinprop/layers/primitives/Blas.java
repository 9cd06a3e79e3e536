package org.twinprop.layers.primitives;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import org.nd4j.linalg.api.buffer.DataType;
import org.twinprop.layers.primitives.Numbers.Doubles;
import org.twinprop.layers.primitives.Numbers.Floats;

/**
 * OpenBLAS's matrix product by address, without an array operation around it: that alone takes 10
 * microseconds.
 */
final class Blas {
  private Blas() {}

  /**
   * A matrix in row-major order.
   *
   * @param address of its first entry
   * @param stride from row to row, in entries
   * @param transposed whether its transpose is meant
   */
  record Matrix(long address, long stride, boolean transposed) {
    Matrix(long address, long stride) {
      this(address, stride, false);
    }

    /** Without the rows before this one; of the transpose where that is meant. */
    Matrix fromRow(long row, int entryBytes) {
      return new Matrix(address + row * entryBytes * (transposed ? 1 : stride), stride, transposed);
    }

    /** Without the columns before this one; of the transpose where that is meant. */
    Matrix fromColumn(long column, int entryBytes) {
      long step = transposed ? stride : 1;
      return new Matrix(address + column * entryBytes * step, stride, transposed);
    }
  }

  /** Each of our threads computes its own part of a product, so OpenBLAS's own stay out of it. */
  static void oneThread() {
    blas_set_num_threads(1);
  }

  /**
   * c = a b + keep c.
   *
   * @param rows of c
   * @param columns of c
   * @param inner columns of a and rows of b, transposed where that is meant
   * @param keep 0 to overwrite, 1 to add
   */
  static void product(
      DataType type,
      long rows,
      long columns,
      long inner,
      Matrix a,
      Matrix b,
      double keep,
      Matrix c) {
    int m = (int) rows;
    int n = (int) columns;
    int k = (int) inner;
    int transA = a.transposed ? CblasTrans : CblasNoTrans;
    int transB = b.transposed ? CblasTrans : CblasNoTrans;
    int lda = (int) a.stride;
    int ldb = (int) b.stride;
    int ldc = (int) c.stride;
    if (type == DataType.FLOAT) {
      cblas_sgemm(
          CblasRowMajor,
          transA,
          transB,
          m,
          n,
          k,
          1,
          floats(a),
          lda,
          floats(b),
          ldb,
          (float) keep,
          floats(c),
          ldc);
    } else {
      cblas_dgemm(
          CblasRowMajor,
          transA,
          transB,
          m,
          n,
          k,
          1,
          doubles(a),
          lda,
          doubles(b),
          ldb,
          keep,
          doubles(c),
          ldc);
    }
  }

  private static Floats floats(Matrix matrix) {
    return new Floats(matrix.address, 0);
  }

  private static Doubles doubles(Matrix matrix) {
    return new Doubles(matrix.address, 0);
  }
}
