package org.twinprop.layers.primitives;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.primitives.Window.Pair;

/** Maxima by loops over one channel of one example at a time, each thread its share of them. */
final class HostMaxima implements WindowMaxima {
  /** The usual window, of 2 x 2 side by side, for which there is a shorter way. */
  private static final Window SQUARES =
      new Window(new Pair(2, 2), new Pair(2, 2), new Pair(0, 0), new Pair(1, 1));

  private final Team team;
  private final INDArray images;
  private final Window window;
  private final int height;
  private final int width;
  private final int outputHeight;
  private final int outputWidth;
  private final int[] winners;
  private final Scratch[] scratches;

  /** What one thread computes in. */
  private record Scratch(Tile image, Tile best, int[] winners) {}

  HostMaxima(INDArray images, Window window, Team team) {
    this.team = team;
    this.images = images;
    this.window = window;
    height = Math.toIntExact(images.size(2));
    width = Math.toIntExact(images.size(3));
    outputHeight = Math.toIntExact(window.outputHeight(height));
    outputWidth = Math.toIntExact(window.outputWidth(width));
    winners = new int[Math.toIntExact(planes() * places())];
    scratches = new Scratch[team.parts()];
    for (int part = 0; part < scratches.length; part++) {
      scratches[part] =
          new Scratch(
              Tile.of(images.dataType(), height * width),
              Tile.of(images.dataType(), places()),
              new int[places()]);
    }
  }

  @Override
  public void take(INDArray y) {
    Numbers x = Numbers.of(images);
    Numbers to = Numbers.of(y);
    eachPlane(
        (scratch, plane) -> {
          scratch.image().load(x, start(images, plane), 0, height * width);
          maxima(scratch);
          scratch.best().store(to, start(y, plane), 0, places());
          System.arraycopy(scratch.winners(), 0, winners, (int) plane * places(), places());
        });
    Numbers.keepUntilHere(images, y);
  }

  @Override
  public void giveBack(INDArray dy, INDArray dx) {
    Numbers from = Numbers.of(dy);
    Numbers to = Numbers.of(dx);
    eachPlane(
        (scratch, plane) -> {
          scratch.best().load(from, start(dy, plane), 0, places());
          System.arraycopy(winners, (int) plane * places(), scratch.winners(), 0, places());
          scratch.image().fill(0, height * width, 0);
          scratch.image().addAt(scratch.winners(), scratch.best(), 0, places());
          scratch.image().store(to, start(dx, plane), 0, height * width);
        });
    Numbers.keepUntilHere(dy, dx);
  }

  @Override
  public void close() {
    // it owns nothing outside the heap
  }

  private void maxima(Scratch scratch) {
    if (window.equals(SQUARES)) {
      for (int i = 0; i < outputHeight; i++) {
        int place = i * outputWidth;
        int row = 2 * i * width;
        scratch
            .best()
            .largestOfFour(scratch.image(), row, width, place, scratch.winners(), outputWidth);
      }
      return;
    }
    scratch.best().fill(0, places(), Double.NEGATIVE_INFINITY);
    Arrays.fill(scratch.winners(), 0);
    for (int i = 0; i < outputHeight; i++) {
      for (int u = 0; u < window.kernel().vertical(); u++) {
        int row = i * window.stride().vertical() + u - window.pad().vertical();
        if (row >= 0 && row < height) {
          maximaOfRow(scratch, row * width, i * outputWidth);
        }
      }
    }
  }

  private void maximaOfRow(Scratch scratch, int row, int place) {
    int step = window.stride().horizontal();
    for (int v = 0; v < window.kernel().horizontal(); v++) {
      int offset = v - window.pad().horizontal();
      int before = offset >= 0 ? 0 : (-offset + step - 1) / step;
      int last = Math.min(outputWidth - 1, Math.floorDiv(width - 1 - offset, step));
      scratch
          .best()
          .larger(
              scratch.image(),
              row + offset + before * step,
              step,
              place + before,
              scratch.winners(),
              last - before + 1);
    }
  }

  @FunctionalInterface
  private interface PlaneVisit {
    void plane(Scratch scratch, long plane);
  }

  private void eachPlane(PlaneVisit visit) {
    long planes = planes();
    team.eachPart(
        part -> {
          for (long p = team.start(part, planes); p < team.start(part + 1, planes); p++) {
            visit.plane(scratches[part], p);
          }
        });
  }

  private long planes() {
    return images.size(0) * images.size(1);
  }

  private int places() {
    return outputHeight * outputWidth;
  }

  /** Planes are counted channel by channel, as they mostly lie in memory. */
  private static long start(INDArray array, long plane) {
    return plane % array.size(0) * array.stride(0) + plane / array.size(0) * array.stride(1);
  }
}
