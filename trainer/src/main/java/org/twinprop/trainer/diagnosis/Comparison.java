package org.twinprop.trainer.diagnosis;

import java.util.EnumMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.trainer.diagnosis.TensorFinding.Worst;

/**
 * One gradient of the student's beside its witnesses.
 *
 * @param errors the largest relative error by witness
 * @param worst the entry furthest from the hand-written one
 * @param distance how far that is
 */
record Comparison(Map<Witness, Double> errors, Worst worst, double distance) {
  static Comparison of(
      String name,
      INDArray student,
      Gradients truth,
      NumericWitness numeric,
      Dl4jWitness dl4j,
      double smallest) {
    double[] theirs = Entries.of(student);
    double[] ours = Entries.of(truth.byName().get(name));
    RelativeError error = RelativeError.of(theirs, ours, smallest);
    int place = error.place();
    Map<Witness, Double> errors = new EnumMap<>(Witness.class);
    errors.put(Witness.HANDWRITTEN, error.largest());
    double differences = numeric.largestError(name, theirs, ours, place);
    if (!Double.isNaN(differences)) {
      errors.put(Witness.NUMERIC, differences);
    }
    INDArray library = dl4j.byName().get(name);
    if (library != null) {
      errors.put(Witness.DL4J, RelativeError.of(theirs, Entries.of(library), smallest).largest());
    }
    Worst worst = new Worst(Entries.index(place, student.shape()), theirs[place], ours[place]);
    return new Comparison(errors, worst, Math.abs(theirs[place] - ours[place]));
  }
}
