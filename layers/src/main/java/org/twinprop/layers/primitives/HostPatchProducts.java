package org.twinprop.layers.primitives;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.primitives.Blas.Matrix;

/**
 * Products with patches, example by example, each thread its own share of the examples. Gradients
 * of kernels are summed within a share, then over the shares in their order.
 */
final class HostPatchProducts implements PatchProducts {
  private final Team team;
  private final INDArray images;
  private final ExampleColumns[] columns;
  private final int channels;
  private PackedKernels weights;
  private PackedKernels[] gradients;

  HostPatchProducts(INDArray images, Window window, Team team) {
    this.team = team;
    this.images = images;
    channels = Math.toIntExact(images.size(1));
    columns = new ExampleColumns[team.parts()];
    for (int part = 0; part < columns.length; part++) {
      columns[part] = new ExampleColumns(images, window);
    }
  }

  @Override
  public boolean byChannel() {
    return false;
  }

  @Override
  public void times(INDArray W, INDArray b, INDArray y) {
    packWeights(W, b);
    Numbers x = Numbers.of(images);
    Numbers Y = Numbers.of(y);
    eachExample(
        (part, n) -> {
          ExampleColumns col = columns[part];
          col.gather(x, n * images.stride(0), images.stride(1));
          for (int u = 0; u < col.bands(); u++) {
            Blas.product(
                Y.type(),
                y.size(1),
                col.places(),
                used(col, u),
                weights.band(u, false),
                col.band(u),
                u == 0 ? 0 : 1,
                example(Y, y, n, false));
          }
        });
    Numbers.keepUntilHere(images, W, b, y);
  }

  @Override
  public void gradients(INDArray dy, INDArray dW, INDArray db) {
    makeKernels(dy);
    Numbers x = Numbers.of(images);
    Numbers dY = Numbers.of(dy);
    for (int part = 0; part < gradients.length; part++) {
      gradients[part].clear();
    }
    eachExample(
        (part, n) -> {
          ExampleColumns col = columns[part];
          col.gather(x, n * images.stride(0), images.stride(1));
          for (int u = 0; u < col.bands(); u++) {
            Matrix band = col.band(u);
            Blas.product(
                dY.type(),
                dy.size(1),
                used(col, u),
                col.places(),
                example(dY, dy, n, false),
                new Matrix(band.address(), band.stride(), true),
                1,
                gradients[part].band(u, false));
          }
        });
    PackedKernels.unpackSum(gradients, dW, db);
    Numbers.keepUntilHere(images, dy, dW, db);
  }

  @Override
  public void transposeTimes(INDArray W, INDArray dy, INDArray dx) {
    packWeights(W, null);
    Numbers dX = Numbers.of(dx);
    Numbers dY = Numbers.of(dy);
    eachExample(
        (part, n) -> {
          ExampleColumns col = columns[part];
          col.clear();
          for (int u = 0; u < col.bands(); u++) {
            Blas.product(
                dY.type(),
                col.rows(),
                col.places(),
                dy.size(1),
                weights.band(u, true),
                example(dY, dy, n, false),
                1,
                col.band(u));
          }
          col.scatter(dX, n * dx.stride(0), dx.stride(1));
        });
    Numbers.keepUntilHere(W, dy, dx);
  }

  @Override
  public void close() {
    for (ExampleColumns one : columns) {
      one.close();
    }
    if (weights != null) {
      weights.close();
      for (PackedKernels one : gradients) {
        one.close();
      }
    }
  }

  /** The row of ones belongs to the first band alone. */
  private static int used(ExampleColumns col, int band) {
    return band == 0 ? col.rows() + 1 : col.rows();
  }

  /** One example as a matrix, [channels, places]. */
  private static Matrix example(Numbers numbers, INDArray images, long n, boolean transposed) {
    long places = images.size(2) * images.size(3);
    return new Matrix(
        numbers.addressOf(n * images.stride(0)), Math.max(places, images.stride(1)), transposed);
  }

  private void packWeights(INDArray W, INDArray b) {
    makeKernels(W.size(0));
    weights.pack(W, b);
  }

  private void makeKernels(INDArray dy) {
    makeKernels(dy.size(1));
  }

  private void makeKernels(long kernels) {
    if (weights != null) {
      return;
    }
    weights = kernels((int) kernels);
    gradients = new PackedKernels[columns.length];
    for (int part = 0; part < gradients.length; part++) {
      gradients[part] = kernels((int) kernels);
    }
  }

  private PackedKernels kernels(int kernels) {
    return new PackedKernels(
        images.dataType(), kernels, channels, columns[0].bands(), columns[0].run());
  }

  @FunctionalInterface
  private interface ExampleVisit {
    void example(int part, long n);
  }

  private void eachExample(ExampleVisit visit) {
    long examples = images.size(0);
    team.eachPart(
        part -> {
          for (long n = team.start(part, examples); n < team.start(part + 1, examples); n++) {
            visit.example(part, n);
          }
        });
  }
}
