package org.twinprop.trainer.diagnosis.student;

/** Pooling over windows that do not overlap. */
final class StudentPooling extends StudentLayer {
  private final boolean maximum;
  private final int kernel;
  private Values x;

  StudentPooling(boolean maximum, int kernel) {
    this.maximum = maximum;
    this.kernel = kernel;
  }

  @Override
  String text() {
    return (maximum ? "maxpool(" : "avgpool(") + kernel + ")";
  }

  boolean isMaximum() {
    return maximum;
  }

  @Override
  Values forward(Values input) {
    x = input;
    int height = x.size(2) / kernel;
    int width = x.size(3) / kernel;
    Values y = Values.zeros(x.size(0), x.size(1), height, width);
    for (int place = 0; place < y.entries().length; place++) {
      double sum = 0;
      for (int inside = 0; inside < kernel * kernel; inside++) {
        sum += x.entries()[at(place, inside, height, width)];
      }
      y.entries()[place] =
          maximum ? x.entries()[largest(place, height, width)] : sum / (kernel * kernel);
    }
    return y;
  }

  private int at(int place, int inside, int height, int width) {
    int column = place % width * kernel + inside % kernel;
    int row = place / width % height * kernel + inside / kernel;
    int image = place / (width * height);
    return (image * x.size(2) + row) * x.size(3) + column;
  }

  private int largest(int place, int height, int width) {
    int best = at(place, 0, height, width);
    for (int inside = 1; inside < kernel * kernel; inside++) {
      int here = at(place, inside, height, width);
      best = x.entries()[here] > x.entries()[best] ? here : best;
    }
    return best;
  }

  @Override
  Values backward(Values dy) {
    Values dx = Values.zeros(x.shape());
    int height = dy.size(2);
    int width = dy.size(3);
    boolean first = makes("pool-routing", "first position");
    boolean spread = maximum ? makes("pool-routing", "spread evenly") : !first;
    int shares = makes("pool-routing", "whole to every entry") ? 1 : kernel * kernel;
    for (int place = 0; place < dy.entries().length; place++) {
      double here = dy.entries()[place];
      if (spread) {
        for (int inside = 0; inside < kernel * kernel; inside++) {
          dx.entries()[at(place, inside, height, width)] += here / shares;
        }
      } else {
        int to = first ? at(place, 0, height, width) : largest(place, height, width);
        dx.entries()[to] += here;
      }
    }
    return dx;
  }
}
