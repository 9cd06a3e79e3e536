package org.twinprop.trainer.evaluation;

/** Examples counted, and errors among them. */
final class Tally {
  private long n;
  private long errors;

  void add(boolean correct) {
    n++;
    errors += correct ? 0 : 1;
  }

  void add(Tally other) {
    n += other.n;
    errors += other.errors;
  }

  long n() {
    return n;
  }

  long errors() {
    return errors;
  }

  double errorRate() {
    return n == 0 ? Double.NaN : (double) errors / n;
  }
}
