package org.twinprop.layers.primitives;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.primitives.Blas.Matrix;

/**
 * A convolution's kernels and biases as its bands want them: for every band a matrix with a column
 * for every kernel, [rows + 1, kernels], the biases in the last row of the first band. In the other
 * bands the last row is not used.
 */
final class PackedKernels implements AutoCloseable {
  private final int kernels;
  private final int channels;
  private final int bands;
  private final int run;
  private final Tile packed;
  private final Tile plain;
  private final INDArray memory;
  private final Numbers numbers;

  PackedKernels(DataType type, int kernels, int channels, int bands, int run) {
    this.kernels = kernels;
    this.channels = channels;
    this.bands = bands;
    this.run = run;
    packed = Tile.of(type, length());
    plain = Tile.of(type, kernels * kernelLength());
    memory = Nd4j.zeros(type, length());
    numbers = Numbers.of(memory);
  }

  Matrix band(int u, boolean transposed) {
    return new Matrix(numbers.addressOf((long) u * bandLength()), kernels, transposed);
  }

  void pack(INDArray W, INDArray b) {
    plain.load(Numbers.of(W), 0, 0, kernels * kernelLength());
    eachRun(
        (at, place) -> packed.copyRows(plain, at, 1, kernelLength(), place, kernels, run, kernels));
    if (b == null) {
      packed.fill(biases(), kernels, 0);
    } else {
      packed.load(Numbers.of(b), 0, biases(), kernels);
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
    plain.fill(0, kernels * kernelLength(), 0);
    eachRun(
        (at, place) -> plain.addRows(packed, place, kernels, at, 1, kernelLength(), run, kernels));
    plain.store(Numbers.of(W), 0, 0, kernels * kernelLength());
    if (b != null) {
      packed.store(Numbers.of(b), 0, biases(), kernels);
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

  /** Entries of one channel and band: side by side in each kernel, and rows of the packed. */
  @FunctionalInterface
  private interface RunVisit {
    void run(int plain, int packed);
  }

  private void eachRun(RunVisit visit) {
    for (int u = 0; u < bands; u++) {
      for (int c = 0; c < channels; c++) {
        visit.run((c * bands + u) * run, u * bandLength() + c * run * kernels);
      }
    }
  }

  private int kernelLength() {
    return channels * bands * run;
  }

  /** Where the biases begin. */
  private int biases() {
    return channels * run * kernels;
  }

  private int bandLength() {
    return biases() + kernels;
  }

  private int length() {
    return bands * bandLength();
  }
}
