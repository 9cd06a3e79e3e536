package org.twinprop.trainer;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * How far a training has come: all that its next batch depends on, besides settings and examples.
 * The place in the learning rate's schedule and the order of the examples follow from epoch and
 * batch, random numbers from the seed and the number of steps.
 *
 * @param epoch that goes on, from 1; one more than there are if all are done
 * @param batch how many of its batches were learned
 * @param sums of the losses of this epoch, by network
 * @param steps that each network took
 * @param arrays of all networks by name, and {@code weighting} where examples are weighed by what
 *     came before
 */
public record TrainingState(
    int epoch,
    int batch,
    Map<String, LossSum> sums,
    Map<String, Long> steps,
    Map<String, INDArray> arrays) {
  private static final String WEIGHTING = "weighting";

  /** Of these networks, with their own arrays. */
  static TrainingState of(
      int epoch,
      int batch,
      Map<String, LossSum> sums,
      List<Learner> learners,
      ExampleWeighting weighting) {
    Map<String, Long> steps = new LinkedHashMap<>();
    Map<String, INDArray> arrays = new LinkedHashMap<>();
    for (Learner learner : learners) {
      steps.put(learner.name(), learner.steps());
      learner.memory().forEach((name, array) -> arrays.put(key(learner, name), array));
    }
    if (weighting != null && weighting.memory().length > 0) {
      arrays.put(WEIGHTING, Nd4j.createFromArray(weighting.memory()));
    }
    return new TrainingState(epoch, batch, sums, steps, arrays);
  }

  /**
   * Hands everything to the networks that go on from here.
   *
   * @throws IllegalArgumentException if this is the state of other networks; names the first array
   *     that is missing or has another shape
   */
  void restore(List<Learner> learners, ExampleWeighting weighting) {
    for (Learner learner : learners) {
      learner.memory().forEach((name, array) -> array.assign(fitting(key(learner, name), array)));
      learner.steps(steps.get(learner.name()));
    }
    INDArray remembered = arrays.get(WEIGHTING);
    if (weighting != null && remembered != null) {
      weighting.restore(remembered.toDoubleVector());
    }
  }

  /** Frees what {@link #of} made for it; all other arrays are the networks' own. */
  void closeCopies() {
    INDArray copy = arrays.get(WEIGHTING);
    if (copy != null) {
      copy.close();
    }
  }

  private INDArray fitting(String name, INDArray wanted) {
    INDArray found = arrays.get(name);
    if (found == null
        || found.dataType() != wanted.dataType()
        || !Arrays.equals(found.shape(), wanted.shape())) {
      throw new IllegalArgumentException(
          "'%s' is %s, but the network has %s %s"
              .formatted(
                  name,
                  found == null ? "missing" : found.dataType() + Arrays.toString(found.shape()),
                  wanted.dataType(),
                  Arrays.toString(wanted.shape())));
    }
    return found;
  }

  private static String key(Learner learner, String name) {
    return learner.name() + " " + name;
  }
}
