package org.twinprop.layers.primitives;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.primitives.Blas.Matrix;

/**
 * Products with patches, example by example, each thread its own share of the examples. Gradients
 * of kernels are summed within a share, then over the shares in their order.
 */
final class HostPatchProducts implements PatchProducts {
  private static final int WORTH_TURNING = 128;

  private final Team team;
  private final INDArray images;
  private final ExampleColumns[] columns;
  private final int channels;
  private PackedKernels weights;
  private PackedKernels[] gradients;
  private TurnedExample[] turned;

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
                weights.band(u, true),
                col.band(u),
                u == 0 ? 0 : 1,
                example(Y, y, n));
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
          Matrix placesOfDy = placesOf(dY, dy, part, n);
          for (int u = 0; u < col.bands(); u++) {
            Blas.product(
                dY.type(),
                used(col, u),
                dy.size(1),
                col.places(),
                col.band(u),
                placesOfDy,
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
          if (col.bands() > 1) {
            col.clear();
          }
          for (int u = 0; u < col.bands(); u++) {
            Blas.product(
                dY.type(),
                col.rows(),
                col.places(),
                dy.size(1),
                weights.band(u, false),
                example(dY, dy, n),
                col.bands() > 1 ? 1 : 0,
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
      for (int part = 0; part < gradients.length; part++) {
        gradients[part].close();
        turned[part].close();
      }
    }
  }

  /** The row of ones belongs to the first band alone. */
  private static int used(ExampleColumns col, int band) {
    return band == 0 ? col.rows() + 1 : col.rows();
  }

  /** One example as a matrix, [channels, places]. */
  private static Matrix example(Numbers numbers, INDArray images, long n) {
    return new Matrix(numbers.addressOf(n * images.stride(0)), channelStride(images));
  }

  /** Of a single example with a single channel the stride says nothing. */
  private static long channelStride(INDArray images) {
    return Math.max(images.size(2) * images.size(3), images.stride(1));
  }

  /**
   * One example of dY as a matrix, [places, channels]. Products whose second factor lies column by
   * column are a third slower: where each entry is multiplied often, a copy that lies row by row
   * pays.
   */
  private Matrix placesOf(Numbers dY, INDArray dy, int part, long n) {
    ExampleColumns col = columns[part];
    if (col.bands() * col.rows() < WORTH_TURNING) {
      return new Matrix(dY.addressOf(n * dy.stride(0)), channelStride(dy), true);
    }
    return turned[part].of(dY, n * dy.stride(0), channelStride(dy));
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
    turned = new TurnedExample[columns.length];
    for (int part = 0; part < gradients.length; part++) {
      gradients[part] = kernels((int) kernels);
      turned[part] = new TurnedExample(images.dataType(), (int) kernels, columns[0].places());
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
