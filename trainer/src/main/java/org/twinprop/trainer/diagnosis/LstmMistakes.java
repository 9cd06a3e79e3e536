package org.twinprop.trainer.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/** What can go wrong in an LSTM; its formulas are those of {@code Lstm}. */
final class LstmMistakes {
  /** Terms of the backward pass that can be forgotten. */
  private enum Term {
    STATE_PATH(Code.LAST_STEP_ONLY, "the gradient of the state h did not go back in time"),
    CELL_PATH(Code.CELL_PATH_MISSING, "the gradient of the cell c did not go back in time"),
    GATES(
        Code.ACTIVATION_DERIVATIVE_MISSING,
        "the sigmoid's derivative s(1-s) is missing in the gates"),
    CANDIDATE(
        Code.ACTIVATION_DERIVATIVE_MISSING,
        "tanh's derivative 1-g^2 is missing at the candidate g"),
    READING(
        Code.ACTIVATION_DERIVATIVE_MISSING,
        "tanh's derivative 1-tanh(c)^2 is missing where the cell is read");

    private final Code code;
    private final String text;

    Term(Code code, String text) {
      this.code = code;
      this.text = text;
    }
  }

  /** The digits 0, 1, 2, 3 in base 4. */
  private static final int RIGHT_ORDER = 16 + 8 + 3;

  private final Step step;
  private final int size;
  private final List<INDArray[]> gates = new ArrayList<>();
  private final List<INDArray> cells = new ArrayList<>();

  private LstmMistakes(Step step) {
    this.step = step;
    size = (int) step.y().size(2);
    for (int t = 0; t < Sequences.steps(step.y()); t++) {
      forward(t);
    }
  }

  static List<Mistake> of(Step step, Updates updates) {
    LstmMistakes lstm = new LstmMistakes(step);
    List<Mistake> mistakes = new ArrayList<>();
    boolean several = lstm.cells.size() > 1;
    for (Term term : Term.values()) {
      if (several || (term != Term.STATE_PATH && term != Term.CELL_PATH)) {
        mistakes.add(lstm.without(term.code, term.text, EnumSet.of(term)));
      }
    }
    mistakes.add(
        lstm.without(
            Code.ACTIVATION_DERIVATIVE_MISSING,
            "the derivatives of the gates and of g are missing",
            EnumSet.of(Term.GATES, Term.CANDIDATE)));
    mistakes.add(
        lstm.without(
            Code.ACTIVATION_DERIVATIVE_MISSING,
            "every activation's derivative is missing",
            EnumSet.of(Term.GATES, Term.CANDIDATE, Term.READING)));
    if (several) {
      mistakes.addAll(lstm.throughTime());
    }
    mistakes.addAll(lstm.orders());
    mistakes.addAll(RecurrentInput.of(step, updates, dy -> das(step, dy)));
    return mistakes;
  }

  private List<Mistake> throughTime() {
    int last = cells.size() - 1;
    Set<Term> both = EnumSet.of(Term.STATE_PATH, Term.CELL_PATH);
    INDArray Wh = step.parameter("Wh");
    List<Mistake> mistakes = new ArrayList<>();
    mistakes.add(
        without(Code.LAST_STEP_ONLY, "no step handed its gradient on to the step before", both));
    mistakes.add(
        Mistake.layer(
            Code.LAST_STEP_ONLY,
            step.where() + ": the parameters got the share of the last step alone",
            dy -> RecurrentSums.ofLastStep(step, das(dy, EnumSet.noneOf(Term.class), Wh))));
    mistakes.add(
        Mistake.layer(
            Code.LAST_STEP_ONLY,
            step.where() + ": only the last step got gradient, and nothing went back in time",
            dy -> RecurrentSums.of(step, das(Sequences.only(dy, last), both, Wh))));
    mistakes.add(
        Mistake.layer(
            Code.LAST_STEP_ONLY,
            step.where() + ": only the gradient by the last output was used",
            dy ->
                RecurrentSums.of(
                    step, das(Sequences.only(dy, last), EnumSet.noneOf(Term.class), Wh))));
    return mistakes;
  }

  private Mistake without(Code code, String text, Set<Term> missing) {
    return Mistake.layer(
        code,
        step.where() + ": " + text,
        dy -> RecurrentSums.of(step, das(dy, missing, step.parameter("Wh"))));
  }

  /** The blocks of columns in every other order. */
  private List<Mistake> orders() {
    List<Mistake> mistakes = new ArrayList<>();
    String letters = "ifgo";
    for (int code = 0; code < 256; code++) {
      int[] order = {code / 64, code / 16 % 4, code / 4 % 4, code % 4};
      boolean permutation = Arrays.stream(order).distinct().count() == 4 && code != RIGHT_ORDER;
      if (permutation) {
        StringBuilder text = new StringBuilder();
        for (int block : order) {
          text.append(letters.charAt(block)).append(' ');
        }
        mistakes.add(
            Mistake.layer(
                Code.GATE_ORDER,
                step.where()
                    + ": the gradients' blocks of columns stand in the order "
                    + text
                    + "where the parameters have i f g o",
                dy -> reordered(step.backward(dy), order)));
      }
    }
    return mistakes;
  }

  private Passed reordered(Passed right, int[] order) {
    Map<String, INDArray> gradients = new LinkedHashMap<>();
    right
        .gradients()
        .forEach(
            (name, gradient) -> {
              INDArray columns = gradient.reshape('c', gradient.length() / (4L * size), 4L * size);
              INDArray[] blocks = new INDArray[4];
              for (int i = 0; i < 4; i++) {
                blocks[i] = block(columns, order[i]);
              }
              gradients.put(name, Nd4j.hstack(blocks).dup('c').reshape('c', gradient.shape()));
            });
    return new Passed(right.dx(), gradients);
  }

  /** The right gradients by the pre-activations. */
  static List<INDArray> das(Step step, INDArray dy) {
    return new LstmMistakes(step).das(dy, EnumSet.noneOf(Term.class), step.parameter("Wh"));
  }

  private void forward(int t) {
    INDArray a = Sequences.step(step.x(), t).mmul(step.parameter("Wx"));
    a.addiRowVector(step.parameter("b"));
    if (t > 0) {
      a.addi(Sequences.step(step.y(), t - 1).mmul(step.parameter("Wh")));
    }
    INDArray i = Transforms.sigmoid(block(a, 0), true);
    INDArray f = Transforms.sigmoid(block(a, 1), true);
    INDArray g = Transforms.tanh(block(a, 2), true);
    INDArray o = Transforms.sigmoid(block(a, 3), true);
    gates.add(new INDArray[] {i, f, g, o});
    INDArray c = i.mul(g);
    cells.add(t > 0 ? c.addi(f.mul(cells.get(t - 1))) : c);
  }

  private List<INDArray> das(INDArray dy, Set<Term> missing, INDArray Wh) {
    List<INDArray> das = new ArrayList<>();
    INDArray dc = Nd4j.zerosLike(cells.get(0));
    for (int t = cells.size() - 1; t >= 0; t--) {
      INDArray dh = Sequences.step(dy, t);
      if (!das.isEmpty() && !missing.contains(Term.STATE_PATH)) {
        dh.addi(das.get(das.size() - 1).mmul(Wh.transpose()));
      }
      INDArray[] gate = gates.get(t);
      INDArray r = Transforms.tanh(cells.get(t), true);
      INDArray read = dh.mul(gate[3]);
      dc.addi(missing.contains(Term.READING) ? read : read.muli(r.mul(r).rsubi(1)));
      das.add(preActivations(t, dh.mul(r), dc, missing));
      dc = missing.contains(Term.CELL_PATH) ? dc.mul(0) : dc.mul(gate[1]);
    }
    Collections.reverse(das);
    return das;
  }

  private INDArray preActivations(int t, INDArray dOutput, INDArray dc, Set<Term> missing) {
    INDArray[] gate = gates.get(t);
    INDArray before = t > 0 ? cells.get(t - 1) : dc.mul(0);
    INDArray[] d = {dc.mul(gate[2]), dc.mul(before), dc.mul(gate[0]), dOutput};
    for (int k = 0; k < 4; k++) {
      boolean candidate = k == 2;
      if (!missing.contains(candidate ? Term.CANDIDATE : Term.GATES)) {
        INDArray s = gate[k];
        d[k] = d[k].mul(candidate ? s.mul(s).rsubi(1) : s.rsub(1).muli(s));
      }
    }
    return Nd4j.hstack(d);
  }

  private INDArray block(INDArray columns, int number) {
    return columns
        .get(NDArrayIndex.all(), NDArrayIndex.interval((long) number * size, (number + 1L) * size))
        .dup('c');
  }
}
