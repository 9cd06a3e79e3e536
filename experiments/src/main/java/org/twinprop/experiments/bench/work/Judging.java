package org.twinprop.experiments.bench.work;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.data.numpy.NumpyArchive;
import org.twinprop.experiments.verify.Check;
import org.twinprop.experiments.verify.Subject;
import org.twinprop.experiments.verify.SubmissionCheck;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.initializer.He;

/**
 * 'verify' of a student's arrays, from the file to the verdict, in files a second: every gradient
 * held against differences of the loss, the hand-written layers and DL4J.
 */
final class Judging implements Work {
  private static final int EXAMPLES = 8;
  private static final long SEED = 1;
  private static final String FILE = "student.npz";

  private final Subject subject;
  private final SubmissionCheck check;
  private final int times;

  Judging(Job job) {
    subject = new Subject(Path.of(job.prepared(), FILE), FILE);
    check = new SubmissionCheck(Optional.of(job.network()), false);
    times = job.size();
    write(job.network(), subject.file());
  }

  /** What a student would hand in whose gradients are right. */
  private static void write(String text, Path file) {
    Shape input = text.startsWith("conv") ? Shape.of(1, 12, 12) : Shape.of(5);
    try (Network network = Network.of(text, input, DataType.DOUBLE, new He(true), SEED)) {
      INDArray x = inputs(input);
      INDArray classes = classes((int) network.output().size(0));
      network.loss(x, oneHot(classes, (int) network.output().size(0)));
      network.backward();
      Map<String, INDArray> arrays = new LinkedHashMap<>();
      arrays.put("x", x);
      arrays.put("y", classes);
      network.parameters().forEach(arrays::put);
      network.gradients().forEach((name, gradient) -> arrays.put("d" + name, gradient));
      NumpyArchive.write(file, arrays);
    }
  }

  private static INDArray inputs(Shape input) {
    long[] shape = input.ofBatch(EXAMPLES);
    int length = (int) (EXAMPLES * input.length());
    double[] numbers = new SplittableRandom(SEED).doubles(length, -1, 1).toArray();
    return Nd4j.createFromArray(numbers).reshape('c', shape);
  }

  private static INDArray classes(int count) {
    long[] classes = new SplittableRandom(SEED).longs(EXAMPLES, 0, count).toArray();
    return Nd4j.createFromArray(classes);
  }

  private static INDArray oneHot(INDArray classes, int count) {
    INDArray y = Nd4j.zeros(DataType.DOUBLE, EXAMPLES, count);
    for (int i = 0; i < EXAMPLES; i++) {
      y.putScalar(i, classes.getLong(i), 1);
    }
    return y;
  }

  @Override
  public double turn(int round) {
    long start = System.nanoTime();
    for (int i = 0; i < times; i++) {
      Check judged = check.check(subject);
      if (!judged.report().ok()) {
        throw new IllegalStateException("right gradients were judged wrong: " + judged.report());
      }
    }
    return times / ((System.nanoTime() - start) / 1e9);
  }

  @Override
  public void close() {
    // every check closes its own
  }
}
