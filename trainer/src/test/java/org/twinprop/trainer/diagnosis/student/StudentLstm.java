package org.twinprop.trainer.diagnosis.student;

import java.util.SplittableRandom;

/** Long short-term memory, its blocks of columns in the order input, forget, cell, output. */
final class StudentLstm extends StudentRecurrence {
  private Values gates;
  private Values cells;

  StudentLstm(int in, int out, SplittableRandom random) {
    super(in, out, 4 * out, random);
  }

  @Override
  String text() {
    return "lstm(" + out + ")";
  }

  private double gate(int n, int t, int block, int j) {
    return gates.entries()[(n * steps() + t) * columns + block * out + j];
  }

  @Override
  Values forward(Values input) {
    x = input;
    int examples = x.size(0);
    h = Values.zeros(examples, steps(), out);
    cells = Values.zeros(examples, steps(), out);
    gates = Values.zeros(examples, steps(), columns);
    for (int n = 0; n < examples; n++) {
      for (int t = 0; t < steps(); t++) {
        double[] a = sums(n, t);
        for (int c = 0; c < columns; c++) {
          boolean cell = c / out == 2;
          gates.entries()[(n * steps() + t) * columns + c] =
              cell ? Math.tanh(a[c]) : StudentActivation.sigmoid(a[c]);
        }
        for (int j = 0; j < out; j++) {
          double cell =
              gate(n, t, 1, j) * state(cells, n, t - 1, j) + gate(n, t, 0, j) * gate(n, t, 2, j);
          cells.entries()[(n * steps() + t) * out + j] = cell;
          h.entries()[(n * steps() + t) * out + j] = gate(n, t, 3, j) * Math.tanh(cell);
        }
      }
    }
    return h;
  }

  @Override
  Values backward(Values dy) {
    Values das = Values.zeros(x.size(0), steps(), columns);
    for (int n = 0; n < x.size(0); n++) {
      double[] fromAfter = new double[out];
      double[] dCells = new double[out];
      for (int t = steps() - 1; t >= 0; t--) {
        double[] da = new double[columns];
        for (int j = 0; j < out; j++) {
          double dh = dy.entries()[(n * steps() + t) * out + j] + fromAfter[j];
          double read = Math.tanh(state(cells, n, t, j));
          double i = gate(n, t, 0, j);
          double f = gate(n, t, 1, j);
          double g = gate(n, t, 2, j);
          double o = gate(n, t, 3, j);
          double dc = dCells[j] + dh * o * (1 - read * read);
          da[j] = dc * g * i * (1 - i);
          da[out + j] = dc * state(cells, n, t - 1, j) * f * (1 - f);
          da[2 * out + j] = dc * i * (1 - g * g);
          da[3 * out + j] = dh * read * o * (1 - o);
          dCells[j] = makes("cell-path-missing") ? 0 : dc * f;
        }
        System.arraycopy(da, 0, das.entries(), (n * steps() + t) * columns, columns);
        fromAfter = before(da);
        if (makes("last-step-only", "nothing back in time")) {
          fromAfter = new double[out];
          dCells = new double[out];
        }
      }
    }
    return collect(das);
  }

  /** Where a student who has the blocks in another order puts a column. */
  @Override
  int stored(int column) {
    if (!makes("gate-order")) {
      return column;
    }
    int[] last = {0, 1, 3, 2};
    int[] first = {1, 0, 2, 3};
    int[] order = makes("gate-order", "input forget output cell") ? last : first;
    return order[column / out] * out + column % out;
  }
}
