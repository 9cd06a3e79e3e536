package org.twinprop.layers.primitives;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.primitives.Blas.Matrix;

/**
 * A convolution's kernels and biases as its bands want them: for every band a matrix with a row for
 * every kernel, [kernels, rows + 1], the bias of a kernel last in its row of the first band. In the
 * other bands the last column is not used.
 */
final class PackedKernels implements AutoCloseable {
  private final int kernels;
  private final int channels;
  private final int bands;
  private final int run;
  private final Tile packed;
  private final Tile plain;
  private final Tile biases;
  private final INDArray memory;
  private final Numbers numbers;

  PackedKernels(DataType type, int kernels, int channels, int bands, int run) {
    this.kernels = kernels;
    this.channels = channels;
    this.bands = bands;
    this.run = run;
    packed = Tile.of(type, length());
    plain = Tile.of(type, kernels * channels * bands * run);
    biases = Tile.of(type, kernels);
    memory = Nd4j.zeros(type, length());
    numbers = Numbers.of(memory);
  }

  Matrix band(int u, boolean transposed) {
    return new Matrix(numbers.addressOf((long) u * kernels * rowLength()), rowLength(), transposed);
  }

  void pack(INDArray W, INDArray b) {
    plain.load(Numbers.of(W), 0, 0, kernels * channels * bands * run);
    eachRun((at, place) -> packed.copy(plain, at, place, run));
    if (b == null) {
      biases.fill(0, kernels, 0);
    } else {
      biases.load(Numbers.of(b), 0, 0, kernels);
    }
    for (int k = 0; k < kernels; k++) {
      packed.copy(biases, k, k * rowLength() + rowLength() - 1, 1);
    }
    packed.store(numbers, 0, 0, length());
  }

  /** Writes the sum of all parts, in their order, as W and b. */
  static void unpackSum(PackedKernels[] parts, INDArray W, INDArray b) {
    PackedKernels sum = parts[0];
    sum.packed.load(sum.numbers, 0, 0, sum.length());
    for (int part = 1; part < parts.length; part++) {
      parts[part].packed.load(parts[part].numbers, 0, 0, sum.length());
      sum.packed.add(parts[part].packed, 0, 0, sum.length());
    }
    sum.unpack(W, b);
  }

  private void unpack(INDArray W, INDArray b) {
    eachRun((at, place) -> plain.copy(packed, place, at, run));
    plain.store(Numbers.of(W), 0, 0, kernels * channels * bands * run);
    if (b != null) {
      for (int k = 0; k < kernels; k++) {
        biases.copy(packed, k * rowLength() + rowLength() - 1, k, 1);
      }
      biases.store(Numbers.of(b), 0, 0, kernels);
    }
  }

  void clear() {
    packed.fill(0, length(), 0);
    packed.store(numbers, 0, 0, length());
  }

  @Override
  public void close() {
    memory.close();
  }

  /** Entries of one kernel, channel and band: side by side in W and in the packed rows. */
  @FunctionalInterface
  private interface RunVisit {
    void run(int plain, int packed);
  }

  private void eachRun(RunVisit visit) {
    for (int k = 0; k < kernels; k++) {
      for (int c = 0; c < channels; c++) {
        for (int u = 0; u < bands; u++) {
          visit.run(
              ((k * channels + c) * bands + u) * run, (u * kernels + k) * rowLength() + c * run);
        }
      }
    }
  }

  private int rowLength() {
    return channels * run + 1;
  }

  private int length() {
    return bands * kernels * rowLength();
  }
}
