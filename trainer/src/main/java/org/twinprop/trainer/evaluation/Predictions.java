package org.twinprop.trainer.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.data.Batch;
import org.twinprop.data.Batches;
import org.twinprop.data.Examples;
import org.twinprop.data.TargetScale;
import org.twinprop.trainer.EpochMetrics;
import org.twinprop.trainer.Learner;

/**
 * What a network predicts for examples, in their order.
 *
 * @param network {@code handwritten} or {@code dl4j}
 * @param examples what was predicted
 * @param outputs [example][output]: probabilities of classes, or numbers in the unit of the target
 * @param loss the mean loss an example
 * @param seconds that predicting took
 */
public record Predictions(
    String network, Examples examples, float[][] outputs, double loss, double seconds) {

  /** Lets a network predict all examples, in batches. */
  public static Predictions of(Learner learner, Examples examples, int batchSize, DataType type) {
    float[][] outputs = new float[examples.size()][];
    TargetScale scale = examples.targetScale();
    double loss = 0;
    long nanoseconds = 0;
    try (Batches batches = new Batches(examples, batchSize, type)) {
      for (Batch batch : batches.inOrder()) {
        long start = System.nanoTime();
        INDArray predicted = learner.predict(batch.x());
        nanoseconds += System.nanoTime() - start;
        loss += learner.predictionLoss(batch.y()) * batch.rows().length;
        float[][] rows = predicted.toFloatMatrix();
        for (int i = 0; i < rows.length; i++) {
          outputs[batch.rows()[i]] =
              examples.classNames().isEmpty() ? values(rows[i], scale) : rows[i];
        }
      }
    }
    return new Predictions(
        learner.name(), examples, outputs, loss / examples.size(), nanoseconds / 1e9);
  }

  private static float[] values(float[] outputs, TargetScale scale) {
    float[] values = new float[outputs.length];
    for (int k = 0; k < values.length; k++) {
      values[k] = (float) scale.toValue(outputs[k]);
    }
    return values;
  }

  /** Whether numbers were predicted, not classes. */
  public boolean regression() {
    return examples.classNames().isEmpty();
  }

  public int size() {
    return outputs.length;
  }

  /** The class with the highest probability. */
  public int predictedClass(int row) {
    float[] output = outputs[row];
    int best = 0;
    for (int k = 1; k < output.length; k++) {
      best = output[k] > output[best] ? k : best;
    }
    return best;
  }

  public boolean correct(int row) {
    return predictedClass(row) == examples.classOf(row);
  }

  /** The probability of the predicted class. */
  public double confidence(int row) {
    return outputs[row][predictedClass(row)];
  }

  /** Share of examples that were classified right. */
  public double accuracy() {
    return (double) (size() - wrong()) / size();
  }

  /** Share of examples that were classified wrong: their count by {@link #size()}, rounded once. */
  public double errorRate() {
    return (double) wrong() / size();
  }

  private int wrong() {
    int wrong = 0;
    for (int row = 0; row < size(); row++) {
      wrong += correct(row) ? 0 : 1;
    }
    return wrong;
  }

  /** Error rate, or the root mean squared error of a regression. */
  public double error() {
    return regression() ? rootMeanSquaredError() : errorRate();
  }

  /** Accuracy, or the root mean squared error of a regression. */
  public double score() {
    return regression() ? rootMeanSquaredError() : accuracy();
  }

  /** The row of {@code metrics.csv} for these examples. */
  public EpochMetrics metrics(int epoch, String split) {
    return new EpochMetrics(network, epoch, split, loss, score(), seconds, size() / seconds);
  }

  /** How many examples get the same class from another network. */
  public long agreements(Predictions other) {
    long same = 0;
    for (int row = 0; row < size(); row++) {
      same += predictedClass(row) == other.predictedClass(row) ? 1 : 0;
    }
    return same;
  }

  private double rootMeanSquaredError() {
    double sum = 0;
    long count = 0;
    int[] rows = IntStream.range(0, size()).toArray();
    try (INDArray targets =
        Nd4j.create(DataType.DOUBLE, withExamples(examples.targetShape(), rows.length))) {
      examples.targets(rows, targets);
      double[][] target = targets.toDoubleMatrix();
      for (int row = 0; row < size(); row++) {
        for (int k = 0; k < target[row].length; k++) {
          double error = outputs[row][k] - examples.targetScale().toValue(target[row][k]);
          sum += error * error;
          count++;
        }
      }
    }
    return Math.sqrt(sum / count);
  }

  private static long[] withExamples(long[] shape, int examples) {
    return LongStream.concat(LongStream.of(examples), LongStream.of(shape)).toArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Predictions that
        && network.equals(that.network)
        && Arrays.deepEquals(outputs, that.outputs);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(outputs);
  }
}
