package org.twinprop.layers.primitives;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.primitives.Window.Pair;

/**
 * Maxima by loops over some channels of one example at a time, each thread its share of the
 * examples, as in a convolution: a thread finds what it has written in its own processor's cache.
 */
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
  private final int channels;
  private final int channelsAtOnce;
  private final int[] corners;
  private final int[] winners;
  private final Scratch[] scratches;

  /** What one thread computes in. */
  private record Scratch(Tile images, Tile best) {}

  HostMaxima(INDArray images, Window window, Team team) {
    this.team = team;
    this.images = images;
    this.window = window;
    height = Math.toIntExact(images.size(2));
    width = Math.toIntExact(images.size(3));
    outputHeight = Math.toIntExact(window.outputHeight(height));
    outputWidth = Math.toIntExact(window.outputWidth(width));
    channels = Math.toIntExact(images.size(1));
    channelsAtOnce = Math.max(1, Math.min(channels, Tile.SIZE / (height * width)));
    corners = corners();
    winners = new int[Math.toIntExact(images.size(0) * channels * places())];
    scratches = new Scratch[team.parts()];
    for (int part = 0; part < scratches.length; part++) {
      scratches[part] =
          new Scratch(
              Tile.of(images.dataType(), channelsAtOnce * height * width),
              Tile.of(images.dataType(), channelsAtOnce * places()));
    }
  }

  /** Where each window of the channels begins, for windows that lie side by side. */
  private int[] corners() {
    int[] corner = new int[channelsAtOnce * places()];
    for (int i = 0; i < corner.length; i++) {
      int row = i % places() / outputWidth * window.stride().vertical();
      int column = i % outputWidth * window.stride().horizontal();
      corner[i] = (i / places() * height + row) * width + column;
    }
    return corner;
  }

  @Override
  public void take(INDArray y) {
    Numbers x = Numbers.of(images);
    Numbers to = Numbers.of(y);
    eachGroup(
        (scratch, n, channel, count) -> {
          load(scratch.images(), x, images, n, channel, count);
          maxima(scratch, count, winner(n, channel));
          store(scratch.best(), to, y, n, channel, count);
        });
    Numbers.keepUntilHere(images, y);
  }

  @Override
  public void giveBack(INDArray dy, INDArray dx) {
    Numbers from = Numbers.of(dy);
    Numbers to = Numbers.of(dx);
    eachGroup(
        (scratch, n, channel, count) -> {
          load(scratch.best(), from, dy, n, channel, count);
          scratch.images().fill(0, count * height * width, 0);
          scratch.images().addAt(winners, winner(n, channel), scratch.best(), count * places());
          store(scratch.images(), to, dx, n, channel, count);
        });
    Numbers.keepUntilHere(dy, dx);
  }

  @Override
  public void close() {
    // it owns nothing outside the heap
  }

  private void maxima(Scratch scratch, int count, int winner) {
    if (window.equals(SQUARES)) {
      scratch
          .best()
          .largestOfFour(scratch.images(), corners, width, winners, winner, count * places());
      return;
    }
    scratch.best().fill(0, count * places(), Double.NEGATIVE_INFINITY);
    Arrays.fill(winners, winner, winner + count * places(), 0);
    for (int c = 0; c < count; c++) {
      for (int i = 0; i < outputHeight; i++) {
        for (int u = 0; u < window.kernel().vertical(); u++) {
          int row = i * window.stride().vertical() + u - window.pad().vertical();
          if (row >= 0 && row < height) {
            maximaOfRow(
                scratch, (c * height + row) * width, (c * outputHeight + i) * outputWidth, winner);
          }
        }
      }
    }
  }

  private void maximaOfRow(Scratch scratch, int row, int place, int winner) {
    int step = window.stride().horizontal();
    for (int v = 0; v < window.kernel().horizontal(); v++) {
      int offset = v - window.pad().horizontal();
      int before = offset >= 0 ? 0 : (-offset + step - 1) / step;
      int last = Math.min(outputWidth - 1, Math.floorDiv(width - 1 - offset, step));
      scratch
          .best()
          .larger(
              scratch.images(),
              row + offset + before * step,
              step,
              place + before,
              winners,
              winner,
              last - before + 1);
    }
  }

  @FunctionalInterface
  private interface GroupVisit {
    void group(Scratch scratch, long n, int channel, int count);
  }

  private void eachGroup(GroupVisit visit) {
    long examples = images.size(0);
    team.eachPart(
        part -> {
          for (long n = team.start(part, examples); n < team.start(part + 1, examples); n++) {
            for (int c = 0; c < channels; c += channelsAtOnce) {
              visit.group(scratches[part], n, c, Math.min(channelsAtOnce, channels - c));
            }
          }
        });
  }

  private static void load(
      Tile tile, Numbers numbers, INDArray array, long n, int channel, int count) {
    int plane = plane(array);
    long at = start(array, n, channel);
    if (array.stride(1) == plane) {
      tile.load(numbers, at, 0, count * plane);
      return;
    }
    for (int c = 0; c < count; c++) {
      tile.load(numbers, at + c * array.stride(1), c * plane, plane);
    }
  }

  private static void store(
      Tile tile, Numbers numbers, INDArray array, long n, int channel, int count) {
    int plane = plane(array);
    long at = start(array, n, channel);
    if (array.stride(1) == plane) {
      tile.store(numbers, at, 0, count * plane);
      return;
    }
    for (int c = 0; c < count; c++) {
      tile.store(numbers, at + c * array.stride(1), c * plane, plane);
    }
  }

  private static int plane(INDArray array) {
    return Math.toIntExact(array.size(2) * array.size(3));
  }

  private static long start(INDArray array, long n, long channel) {
    return n * array.stride(0) + channel * array.stride(1);
  }

  private int winner(long n, int channel) {
    return Math.toIntExact((n * channels + channel) * places());
  }

  private int places() {
    return outputHeight * outputWidth;
  }
}
