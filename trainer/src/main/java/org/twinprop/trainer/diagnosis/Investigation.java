package org.twinprop.trainer.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.Network;
import org.twinprop.layers.Objective;
import org.twinprop.layers.Parameter;
import org.twinprop.layers.convolution.Convolution;
import org.twinprop.trainer.diagnosis.TensorFits.Tolerated;

/** Sets up the search for the mistakes behind one submission. */
final class Investigation {
  private static final int FOR_A_RUNNER_UP = 20;

  private final Submission submission;
  private final Gradients truth;
  private final Rounding rounding;
  private final Tape tape;
  private final LossMistakes loss;
  private final Constants constants;

  Investigation(Submission submission, Gradients truth) {
    this.truth = truth;
    this.submission = submission;
    Network network = submission.network();
    Map<String, INDArray> states = new LinkedHashMap<>();
    network.states().forEach((name, state) -> states.put(name, state.dup()));
    tape = Tape.of(network, submission.x());
    states.forEach((name, state) -> network.states().get(name).assign(state));
    INDArray targets = OneHot.of(submission);
    loss = new LossMistakes(network.loss(), tape.output(), targets, network.cacheOfLayer(0));
    constants = constants();
    rounding = Rounding.of(submission, truth, !Kinks.of(tape, loss, true).all().isEmpty());
  }

  Rounding rounding() {
    return rounding;
  }

  private Investigation(Investigation other, Gradients truth, Tape tape, LossMistakes loss) {
    this.truth = truth;
    this.submission = other.submission;
    this.rounding = other.rounding;
    this.tape = tape;
    this.loss = loss;
    constants = constants();
  }

  private Constants constants() {
    long outputs = tape.output().size(tape.output().rank() - 1);
    return new Constants(submission.x().size(0), loss.rows(), outputs);
  }

  /** The same with another choice at the kinks taken for the truth. */
  Investigation bent(Kinks kinks, List<double[]> weights, Map<String, TensorFits> fits) {
    Map<String, double[]> gradients = kinks.gradients(weights);
    Map<String, INDArray> byName = new LinkedHashMap<>();
    fits.forEach(
        (name, fit) -> byName.put(name, Nd4j.createFromArray(fit.plain(gradients.get(name)))));
    Gradients bent = new Gradients(truth.loss(), byName);
    return new Investigation(this, bent, kinks.tapeWith(weights), kinks.lossWith(weights));
  }

  /**
   * The best explanation, other choices at kinks among them.
   *
   * @param wrong the names of the gradients that are wrong
   * @param float32 whether they are rounded as float32
   */
  Explainer explainer(Set<String> wrong, boolean float32) {
    Kinks kinks = Kinks.of(tape, loss, float32);
    return kinks.all().isEmpty()
        ? search(wrong, float32)
        : new KinkDecision(this, kinks, fits(float32), wrong, float32).explainer();
  }

  /**
   * The best explanation by mistakes, and by uniform choices at kinks.
   *
   * @param wrong the names of the gradients that are wrong
   * @param float32 whether they are rounded as float32
   */
  Explainer search(Set<String> wrong, boolean float32) {
    Map<String, TensorFits> fits = fits(float32);
    Map<String, Step> layers = new LinkedHashMap<>();
    tape.steps().forEach(step -> step.names().keySet().forEach(name -> layers.put(name, step)));
    Mistakes known = new Mistakes(tape, Updates.of(submission));
    State whole = Whole.of(truth, fits, constants);
    int tries = whole == null ? Work.tries(tape) : FOR_A_RUNNER_UP;
    Search search = new Search(tape, loss, known, fits, constants, tries);
    List<State> stories = new ArrayList<>(search.run());
    if (whole != null && whole.cost() < stories.get(0).cost()) {
      stories.add(0, whole);
    }
    boolean cutShort = whole == null && search.cutShort();
    return new Explainer(stories, search.ratings(), fits, wrong, layers, cutShort);
  }

  private Map<String, TensorFits> fits(boolean float32) {
    Map<String, TensorFits> fits = new LinkedHashMap<>();
    for (Step step : tape.steps()) {
      for (String name : step.names().keySet()) {
        if (submission.gradients().containsKey(name)) {
          fits.put(name, fits(step, name, float32));
        }
      }
    }
    INDArray dx = submission.gradients().get(Submission.INPUT);
    if (dx != null) {
      Price free = new Price(new double[(int) dx.length()], 0, 0, false, 0);
      fits.put(Submission.INPUT, fits(Submission.INPUT, free, 0, float32));
    }
    return fits;
  }

  Tape tape() {
    return tape;
  }

  /** What explains a wrong loss. */
  LossDiagnosis ofLoss() {
    return new LossDiagnosis(submission.network(), loss, constants.examples(), constants.outputs());
  }

  private TensorFits fits(Step step, String name, boolean float32) {
    Network network = submission.network();
    Objective objective = network.architecture().objective();
    boolean weight = network.descriptions().get(name).role() == Parameter.Role.WEIGHT;
    Price price =
        new Price(
            Entries.of(network.parameters().get(name)),
            weight ? objective.l1() : 0,
            weight ? objective.l2() : 0,
            weight,
            objective.l2());
    return fits(name, price, weight ? 0 : rows(step), float32);
  }

  private TensorFits fits(String name, Price price, long rows, boolean float32) {
    double relative = rounding.relative(name, float32);
    Tolerated tolerated = new Tolerated(relative, rounding.noise(float32), float32 ? 1e-4 : 1e-6);
    double[] student = Entries.of(submission.gradients().get(name));
    return new TensorFits(student, price, tolerated, constants, rows);
  }

  /** How many rows a bias of this layer is summed over. */
  private static long rows(Step step) {
    INDArray y = step.y();
    boolean images = y.rank() == 4;
    boolean convolution = step.layer() instanceof Convolution || images;
    return convolution ? y.size(0) * y.size(2) * y.size(3) : y.length() / y.size(y.rank() - 1);
  }
}
