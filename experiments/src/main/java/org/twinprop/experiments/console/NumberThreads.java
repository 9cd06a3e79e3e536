package org.twinprop.experiments.console;

import org.nd4j.linalg.factory.Nd4j;

/**
 * The threads that arithmetic runs on. Two libraries keep threads of their own, OpenMP for ND4J's
 * operations and OpenBLAS for matrix products, and both let them spin while they wait: on cores
 * that anything else uses, several are many times slower than one.
 *
 * @param openMp of ND4J's operations; the environment variable OMP_NUM_THREADS, which has to be set
 *     before the process starts
 * @param blas of matrix products
 * @param cores that this process may use
 */
public record NumberThreads(int openMp, int blas, int cores) {
  /** Sets the matrix products' threads to as many as the operations have, and says what holds. */
  public static NumberThreads set() {
    int openMp = Nd4j.getEnvironment().maxThreads();
    Nd4j.factory().blas().setMaxThreads(openMp);
    return new NumberThreads(
        openMp, Nd4j.factory().blas().getMaxThreads(), Runtime.getRuntime().availableProcessors());
  }

  @Override
  public String toString() {
    return "threads: %d for operations (OMP_NUM_THREADS), %d for matrix products, of %d cores"
        .formatted(openMp, blas, cores);
  }
}
