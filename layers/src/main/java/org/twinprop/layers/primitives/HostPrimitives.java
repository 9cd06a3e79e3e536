package org.twinprop.layers.primitives;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner.ExecutionerType;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.primitives.Blas.Matrix;

/**
 * The primitives where arrays lie in the machine's own memory: OpenBLAS's products and our own
 * loops, on all cores, without ND4J's operations, of which each takes 10 microseconds to call. For
 * arrays that lie in memory with gaps, and for what carries little weight, they are ND4J's.
 */
public final class HostPrimitives extends Nd4jPrimitives {
  /** Below so many multiplications it takes longer to share a product out than to compute it. */
  private static final long WORTH_SHARING = 1 << 19;

  private final Team team = Team.OF_THIS_MACHINE;
  private final Elementwise elementwise = new Elementwise(team);

  public HostPrimitives() {
    Blas.oneThread();
  }

  /** Whether ND4J computes on this machine's CPU. */
  public static boolean available() {
    return Nd4j.getExecutioner().type() == ExecutionerType.NATIVE_CPU;
  }

  @Override
  public void times(INDArray a, INDArray b, INDArray out) {
    if (rowMajor(a, b, out)) {
      product(out, a.size(1), matrix(a, false), matrix(b, false));
      Numbers.keepUntilHere(a, b, out);
    } else {
      super.times(a, b, out);
    }
  }

  @Override
  public void transposeTimes(INDArray a, INDArray b, INDArray out) {
    if (rowMajor(a, b, out)) {
      product(out, a.size(0), matrix(a, true), matrix(b, false));
      Numbers.keepUntilHere(a, b, out);
    } else {
      super.transposeTimes(a, b, out);
    }
  }

  @Override
  public void timesTranspose(INDArray a, INDArray b, INDArray out) {
    if (rowMajor(a, b, out)) {
      product(out, a.size(1), matrix(a, false), matrix(b, true));
      Numbers.keepUntilHere(a, b, out);
    } else {
      super.timesTranspose(a, b, out);
    }
  }

  @Override
  public void addToRows(INDArray y, INDArray b) {
    int columns = (int) y.size(1);
    if (columns > Tile.SIZE || !rowMajor(y, b)) {
      super.addToRows(y, b);
      return;
    }
    Numbers rows = Numbers.of(y);
    Tile row = Elementwise.tiles(rows)[0];
    Tile added = Elementwise.tiles(rows)[1];
    added.load(Numbers.of(b), 0, 0, columns);
    for (long i = 0; i < y.size(0); i++) {
      row.load(rows, i * columns, 0, columns);
      row.add(added, 0, 0, columns);
      row.store(rows, i * columns, 0, columns);
    }
    Numbers.keepUntilHere(y, b);
  }

  @Override
  public void sumOfRows(INDArray y, INDArray out) {
    int columns = (int) y.size(1);
    if (columns > Tile.SIZE || !rowMajor(y, out)) {
      super.sumOfRows(y, out);
      return;
    }
    Numbers rows = Numbers.of(y);
    Tile row = Elementwise.tiles(rows)[0];
    Tile sum = Elementwise.tiles(rows)[1];
    sum.fill(0, columns, 0);
    for (long i = 0; i < y.size(0); i++) {
      row.load(rows, i * columns, 0, columns);
      sum.add(row, 0, 0, columns);
    }
    sum.store(Numbers.of(out), 0, 0, columns);
    Numbers.keepUntilHere(y, out);
  }

  @Override
  public void relu(INDArray x, INDArray y) {
    if (!rowMajor(x, y)) {
      super.relu(x, y);
      return;
    }
    Numbers from = Numbers.of(x);
    Numbers to = Numbers.of(y);
    elementwise.each(
        from,
        x.length(),
        (tiles, at, count) -> {
          tiles[0].load(from, at, 0, count);
          tiles[0].relu(count);
          tiles[0].store(to, at, 0, count);
        });
    Numbers.keepUntilHere(x, y);
  }

  @Override
  public void reluGradient(INDArray y, INDArray dy, INDArray dx) {
    if (!rowMajor(y, dy, dx)) {
      super.reluGradient(y, dy, dx);
      return;
    }
    Numbers output = Numbers.of(y);
    Numbers from = Numbers.of(dy);
    Numbers to = Numbers.of(dx);
    elementwise.each(
        from,
        y.length(),
        (tiles, at, count) -> {
          tiles[0].load(from, at, 0, count);
          tiles[1].load(output, at, 0, count);
          tiles[0].clearWhereNotPositive(tiles[1], count);
          tiles[0].store(to, at, 0, count);
        });
    Numbers.keepUntilHere(y, dy, dx);
  }

  @Override
  public void softmaxCrossEntropy(INDArray z, INDArray y, INDArray p, INDArray losses) {
    int classes = (int) z.size(1);
    if (classes > Tile.SIZE || !rowMajor(z, y, p, losses)) {
      super.softmaxCrossEntropy(z, y, p, losses);
      return;
    }
    Numbers logits = Numbers.of(z);
    Numbers targets = Numbers.of(y);
    Numbers probabilities = Numbers.of(p);
    Numbers rowLosses = Numbers.of(losses);
    Tile[] tiles = Elementwise.tiles(logits);
    for (int row = 0; row < z.size(0); row++) {
      tiles[0].load(logits, (long) row * classes, 0, classes);
      tiles[1].load(targets, (long) row * classes, 0, classes);
      tiles[2].fill(0, 1, tiles[0].softmaxCrossEntropy(tiles[1], classes));
      tiles[0].store(probabilities, (long) row * classes, 0, classes);
      tiles[2].store(rowLosses, row, 0, 1);
    }
    Numbers.keepUntilHere(z, y, p, losses);
  }

  @Override
  public void minus(INDArray a, INDArray b, INDArray out) {
    if (!rowMajor(a, b, out)) {
      super.minus(a, b, out);
      return;
    }
    Numbers from = Numbers.of(a);
    Numbers subtracted = Numbers.of(b);
    Numbers to = Numbers.of(out);
    elementwise.each(
        from,
        a.length(),
        (tiles, at, count) -> {
          tiles[0].load(from, at, 0, count);
          tiles[1].load(subtracted, at, 0, count);
          tiles[0].minus(tiles[1], count);
          tiles[0].store(to, at, 0, count);
        });
    Numbers.keepUntilHere(a, b, out);
  }

  @Override
  public void scaleRows(INDArray y, INDArray w) {
    int columns = (int) y.size(1);
    if (Math.max(columns, y.size(0)) > Tile.SIZE || !rowMajor(y, w)) {
      super.scaleRows(y, w);
      return;
    }
    Numbers rows = Numbers.of(y);
    Tile row = Elementwise.tiles(rows)[0];
    Tile factors = Elementwise.tiles(rows)[1];
    factors.load(Numbers.of(w), 0, 0, (int) y.size(0));
    for (int i = 0; i < y.size(0); i++) {
      row.load(rows, (long) i * columns, 0, columns);
      row.times(factors, i, columns);
      row.store(rows, (long) i * columns, 0, columns);
    }
    Numbers.keepUntilHere(y, w);
  }

  @Override
  public double dot(INDArray a, INDArray b) {
    if (a.length() > Tile.SIZE || !rowMajor(a, b)) {
      return super.dot(a, b);
    }
    int length = (int) a.length();
    Numbers first = Numbers.of(a);
    Tile[] tiles = Elementwise.tiles(first);
    tiles[0].load(first, 0, 0, length);
    tiles[1].load(Numbers.of(b), 0, 0, length);
    double dot = tiles[0].dot(tiles[1], length);
    Numbers.keepUntilHere(a, b);
    return dot;
  }

  @Override
  public void copy(INDArray from, INDArray to) {
    if (!rowMajor(from, to) || from.dataType() != to.dataType()) {
      super.copy(from, to);
      return;
    }
    Numbers source = Numbers.of(from);
    Numbers target = Numbers.of(to);
    elementwise.each(
        source,
        from.length(),
        (tiles, at, count) -> {
          tiles[0].load(source, at, 0, count);
          tiles[0].store(target, at, 0, count);
        });
    Numbers.keepUntilHere(from, to);
  }

  @Override
  public void adam(INDArray theta, INDArray g, INDArray m, INDArray v, AdamStep step) {
    if (!rowMajor(theta, g, m, v)) {
      super.adam(theta, g, m, v, step);
      return;
    }
    Numbers parameters = Numbers.of(theta);
    Numbers gradient = Numbers.of(g);
    Numbers mean = Numbers.of(m);
    Numbers meanSquare = Numbers.of(v);
    elementwise.each(
        gradient,
        g.length(),
        (tiles, at, count) -> {
          tiles[0].load(parameters, at, 0, count);
          tiles[1].load(gradient, at, 0, count);
          tiles[2].load(mean, at, 0, count);
          tiles[3].load(meanSquare, at, 0, count);
          tiles[0].adam(tiles[1], tiles[2], tiles[3], step, count);
          tiles[0].store(parameters, at, 0, count);
          tiles[2].store(mean, at, 0, count);
          tiles[3].store(meanSquare, at, 0, count);
        });
    Numbers.keepUntilHere(theta, g, m, v);
  }

  @Override
  public Patches patches(INDArray images, Window window) {
    return Rows.reach(images) ? new HostPatches(images, window) : super.patches(images, window);
  }

  @Override
  public PatchProducts patchProducts(INDArray images, Window window) {
    return inOrder(images)
        ? new HostPatchProducts(images, window, team)
        : super.patchProducts(images, window);
  }

  @Override
  public WindowMaxima maxima(INDArray images, Window window) {
    return inOrder(images) ? new HostMaxima(images, window, team) : super.maxima(images, window);
  }

  private static boolean inOrder(INDArray images) {
    return Numbers.reach(images) && (Layout.isRowMajor(images) || Layout.isChannelMajor(images));
  }

  private static boolean rowMajor(INDArray... arrays) {
    for (INDArray x : arrays) {
      if (!Numbers.reach(x) || !Layout.isRowMajor(x)) {
        return false;
      }
    }
    return true;
  }

  private static Matrix matrix(INDArray array, boolean transposed) {
    return new Matrix(Numbers.addressOf(array), array.size(1), transposed);
  }

  /** Each part computes some rows or some columns, whichever there are more of. */
  private void product(INDArray out, long inner, Matrix a, Matrix b) {
    long rows = out.size(0);
    long columns = out.size(1);
    Matrix c = matrix(out, false);
    if (rows * columns * inner < WORTH_SHARING) {
      Blas.product(out.dataType(), rows, columns, inner, a, b, 0, c);
      return;
    }
    int width = out.dataType().width();
    team.eachPart(
        part -> {
          if (rows > columns) {
            long from = team.start(part, rows);
            long count = team.start(part + 1, rows) - from;
            Blas.product(
                out.dataType(),
                count,
                columns,
                inner,
                a.fromRow(from, width),
                b,
                0,
                c.fromRow(from, width));
          } else {
            long from = team.start(part, columns);
            long count = team.start(part + 1, columns) - from;
            Blas.product(
                out.dataType(),
                rows,
                count,
                inner,
                a,
                b.fromColumn(from, width),
                0,
                c.fromColumn(from, width));
          }
        });
  }
}
