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
  /**
   * With its AVX-512 kernels OpenBLAS computes products of at most a million multiplications in
   * float32 without copying the matrices first: a fifth faster, so that larger ones are cut.
   */
  private static final boolean CUTS = "SKYLAKEX".equals(System.getenv("OPENBLAS_CORETYPE"));

  private static final long WHOLE = 1_000_000;
  private static final long MOST_INNER = 128;
  private static final long MOST_COLUMNS = 256;

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
    boolean cuts = CUTS && type == DataType.FLOAT && !b.transposed;
    if (cuts && rows * columns * inner > WHOLE) {
      inPieces(rows, columns, inner, a, b, keep, c);
    } else {
      whole(type, rows, columns, inner, a, b, keep, c);
    }
  }

  /** Pieces of nearly equal size, always cut at the same places. */
  static void inPieces(
      long rows, long columns, long inner, Matrix a, Matrix b, double keep, Matrix c) {
    int width = DataType.FLOAT.width();
    long inners = pieces(inner, MOST_INNER);
    long acrosses = pieces(columns, MOST_COLUMNS);
    long downs =
        pieces(rows, Math.max(1, WHOLE / (larger(columns, acrosses) * larger(inner, inners))));
    for (long k = 0; k < inners; k++) {
      long first = inner * k / inners;
      long depth = inner * (k + 1) / inners - first;
      for (long j = 0; j < acrosses; j++) {
        long left = columns * j / acrosses;
        Matrix right = b.fromRow(first, width).fromColumn(left, width);
        for (long i = 0; i < downs; i++) {
          long top = rows * i / downs;
          whole(
              DataType.FLOAT,
              rows * (i + 1) / downs - top,
              columns * (j + 1) / acrosses - left,
              depth,
              a.fromRow(top, width).fromColumn(first, width),
              right,
              k == 0 ? keep : 1,
              c.fromRow(top, width).fromColumn(left, width));
        }
      }
    }
  }

  private static long pieces(long length, long most) {
    return (length + most - 1) / most;
  }

  /** The size of the largest piece. */
  private static long larger(long length, long pieces) {
    return (length + pieces - 1) / pieces;
  }

  private static void whole(
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
