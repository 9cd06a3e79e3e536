package org.twinprop.trainer.diagnosis.student;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.twinprop.trainer.diagnosis.student.Networks.Kind;

/** Draws what a class of students would hand in: right, wrong in one thing, wrong in two. */
public final class Corpus {
  /** Mistakes that a student can make in the gradients. */
  public static final List<String> CODES =
      List.of(
          "batch-mean-missing",
          "batch-mean-twice",
          "sign",
          "factor",
          "transposed",
          "activation-derivative-missing",
          "activation-derivative-at-output",
          "output-derivative-extra",
          "softmax-diagonal-only",
          "bias-not-summed",
          "bias-averaged",
          "l2-missing",
          "l2-on-bias",
          "l2-factor",
          "l1-missing",
          "l1-factor",
          "updated-weights",
          "wrong-layer-input",
          "kernel-flipped",
          "padding-off",
          "stride-ignored",
          "pool-routing",
          "dropout-mask-missing",
          "dropout-scale-missing",
          "batchnorm-no-mean-path",
          "batchnorm-no-variance-path",
          "relu-mask-from-gradient",
          "time-steps-not-summed",
          "last-step-only",
          "gate-order",
          "cell-path-missing",
          "layernorm-no-mean-path",
          "layernorm-no-variance-path",
          "gamma-missing",
          "repeats-not-summed",
          "skip-path-missing",
          "dilation-ignored",
          "another-loss",
          "output-activation-missing",
          "single-entries",
          "loss-not-mean",
          "target-encoding");

  /** Pairs that two students out of one class make in different places. */
  private static final List<List<String>> PAIRS =
      List.of(
          List.of("activation-derivative-at-output", "bias-averaged"),
          List.of("sign", "l2-missing"),
          List.of("activation-derivative-missing", "l2-factor"),
          List.of("activation-derivative-missing", "bias-not-summed"),
          List.of("single-entries", "activation-derivative-at-output"),
          List.of("dropout-mask-missing", "l2-on-bias"),
          List.of("layernorm-no-mean-path", "bias-not-summed"),
          List.of("kernel-flipped", "bias-averaged"));

  /** How far a gradient must move, of its largest entry, for a mistake to count as one. */
  private static final double VISIBLE = 1e-2;

  /** Below this share of the largest gradient, one is all rounding: of a bias before batch norm. */
  private static final double NEGLIGIBLE = 1e-6;

  private final SplittableRandom random;

  private Corpus(long seed) {
    random = new SplittableRandom(seed);
  }

  /**
   * @param seed other seeds give other networks, shapes and numbers
   * @param each how many cases of each code
   */
  public static List<StudentCase> draw(long seed, int each) {
    Corpus corpus = new Corpus(seed);
    List<StudentCase> cases = new ArrayList<>();
    for (int i = 0; i < each; i++) {
      CODES.forEach(code -> cases.add(corpus.wrong(List.of(code))));
      PAIRS.forEach(pair -> cases.add(corpus.wrong(pair)));
    }
    int right = cases.size() / 4 + 1;
    for (int i = 0; i < right; i++) {
      cases.add(corpus.right(i % 2 == 0));
    }
    return cases;
  }

  private StudentCase right(boolean single) {
    Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
    SplittableRandom own = random.split();
    Batch batch = batch(kind, own);
    if (single) {
      batch.network().inSinglePrecision();
      batch = batch.rounded();
    }
    batch.network().run(batch.x(), batch.y());
    String name = (single ? "rounding-only" : "right") + " in " + batch.network().text();
    return new StudentCase(name, batch.network().text(), List.of(), single, batch.arrays(true));
  }

  private StudentCase wrong(List<String> codes) {
    for (int attempt = 0; attempt < 1000; attempt++) {
      long seed = random.nextLong();
      StudentCase drawn = attempt(codes, seed);
      if (drawn != null) {
        return drawn;
      }
    }
    throw new IllegalStateException("no network was found for " + codes);
  }

  /** The same network twice, with and without; null if that makes no difference. */
  private StudentCase attempt(List<String> codes, long seed) {
    Kind[] kinds = Planting.kinds(codes.get(0));
    Kind kind = kinds[(int) Long.remainderUnsigned(seed, kinds.length)];
    Batch truth = batch(kind, new SplittableRandom(seed));
    truth.network().run(truth.x(), truth.y());
    Map<String, Values> before = truth.arrays(true);
    List<Batch> steps = new ArrayList<>();
    for (int made = 1; made <= codes.size(); made++) {
      Batch batch = batch(kind, new SplittableRandom(seed));
      if (!planted(codes.subList(0, made), batch, seed)) {
        return null;
      }
      batch.network().run(batch.x(), batch.y());
      Map<String, Values> after = batch.arrays(true);
      if (!differ(before, after)) {
        return null; // the last one has no effect here
      }
      before = after;
      steps.add(batch);
    }
    Batch last = steps.get(steps.size() - 1);
    boolean more = codes.contains("loss-not-mean") || (seed & 1) == 0;
    String text = last.network().text();
    return new StudentCase(codes + " in " + text, text, codes, false, last.arrays(more));
  }

  private static boolean planted(List<String> codes, Batch batch, long seed) {
    SplittableRandom random = new SplittableRandom(~seed);
    Planting planting = new Planting(random);
    for (String code : codes) {
      if (!planting.plant(code, batch.network(), batch.x().size(0))) {
        return false;
      }
      if (code.equals("wrong-layer-input")) {
        batch.network().run(batch.x(), batch.y());
        Planting.mixInputs(batch.network(), random);
      }
    }
    return true;
  }

  /** Whether an array moved that a reader would call more than rounding. */
  private static boolean differ(Map<String, Values> one, Map<String, Values> other) {
    double all = one.entrySet().stream().mapToDouble(e -> largestGradient(e)).max().orElse(0);
    boolean differs = false;
    for (String name : one.keySet()) {
      double[] a = one.get(name).entries();
      double[] b = other.get(name).entries();
      double largest = Math.max(largest(a), NEGLIGIBLE * all);
      double distance = 0;
      for (int i = 0; i < a.length; i++) {
        distance = Math.max(distance, Math.abs(a[i] - b[i]));
      }
      differs |= distance > VISIBLE * largest && !name.equals("dx");
    }
    return differs;
  }

  private static double largestGradient(Map.Entry<String, Values> array) {
    return array.getKey().startsWith("d") ? largest(array.getValue().entries()) : 0;
  }

  private static double largest(double[] entries) {
    return Arrays.stream(entries).map(Math::abs).max().orElse(0);
  }

  private record Batch(StudentNetwork network, Values x, Values y) {
    Batch rounded() {
      return new Batch(network, x.rounded(), y.rounded());
    }

    Map<String, Values> arrays(boolean more) {
      return network.arrays(x, y, more);
    }
  }

  private static Batch batch(Kind kind, SplittableRandom random) {
    Networks networks = new Networks(random);
    StudentNetwork network = networks.draw(kind);
    Values x = networks.input(kind, random.nextInt(4, 9), network);
    Values z = network.forward(x);
    return new Batch(network, x, targets(network.loss.name(), z, random));
  }

  private static Values targets(String loss, Values z, SplittableRandom random) {
    if (loss.equals("mse")) {
      return Values.normal(random, 1, z.shape());
    }
    Values y = Values.zeros(z.shape());
    for (int row = 0; row < z.rows(); row++) {
      y.entries()[row * z.last() + random.nextInt(z.last())] = 1;
    }
    return y;
  }
}
