package org.twinprop.trainer.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Chain;
import org.twinprop.layers.Network;
import org.twinprop.layers.check.GradientCheck;
import org.twinprop.layers.check.LayerCheck;
import org.twinprop.layers.check.NetworkCheck;
import org.twinprop.layers.text.Catalogue;
import org.twinprop.layers.text.LayerKind;
import org.twinprop.layers.text.LayerKind.Example;
import org.twinprop.layers.text.NetworkText;
import org.twinprop.layers.updater.Sgd;
import org.twinprop.trainer.twin.CatalogueRow.Part;

/**
 * The catalogue measured, in float64: every layer and loss against central differences and against
 * DL4J, every updater against DL4J's after {@value #UPDATES} updates.
 */
public final class CatalogueComparison {
  private static final long SEED = 2024;
  private static final int UPDATES = 200;

  private final GradientCheck how;

  private CatalogueComparison(GradientCheck how) {
    this.how = how;
  }

  /** How many rows {@link #run} finds. */
  public static int size() {
    return Catalogue.layers().size() + Catalogue.losses().size() + updaters().size();
  }

  /**
   * Measures the whole catalogue: layers, losses, updaters.
   *
   * @param found is told of each row as it is found
   */
  public static List<CatalogueRow> run(Consumer<CatalogueRow> found) {
    return run(GradientCheck.ofAllEntries(), found);
  }

  /**
   * The same, with gradients checked as it is said.
   *
   * @param how which entries of each gradient, and how exact
   * @param found is told of each row as it is found; what it throws ends the measurement
   */
  public static List<CatalogueRow> run(GradientCheck how, Consumer<CatalogueRow> found) {
    CatalogueComparison comparison = new CatalogueComparison(how);
    return Stream.of(
            rows(List.copyOf(Catalogue.layers().values()), comparison::layer),
            rows(List.copyOf(Catalogue.losses().keySet()), comparison::loss),
            rows(updaters(), CatalogueComparison::updater))
        .flatMap(part -> part)
        .peek(found)
        .toList();
  }

  private static <T> Stream<CatalogueRow> rows(List<T> part, Function<T, CatalogueRow> measure) {
    return part.stream().map(measure);
  }

  private static List<String> updaters() {
    List<String> texts = new ArrayList<>(Catalogue.updaters().keySet());
    texts.addAll(UpdaterSteps.AS_DL4J);
    return texts;
  }

  private CatalogueRow layer(LayerKind kind) {
    int batch = kind.smallestBatch() + 1;
    double numeric = 0;
    Findings findings = new Findings();
    for (Example example : kind.examples()) {
      Chain chain = NetworkText.parseLayers(example.text());
      INDArray x = LayerCheck.randomInput(chain, example.input(), batch, SEED);
      var report = LayerCheck.check(chain, x, SEED, how);
      numeric = Math.max(numeric, report.worst().maxRelativeError());
    }
    CatalogueNetwork.with(kind).forEach(findings::add);
    return new CatalogueRow(
        Part.LAYER, kind.name(), Optional.of(numeric), findings.largest(), findings.reasons(""));
  }

  private CatalogueRow loss(String loss) {
    Findings findings = new Findings();
    Findings steps = new Findings();
    double numeric = findings.add(CatalogueNetwork.of(loss));
    numeric = Math.max(numeric, steps.add(CatalogueNetwork.ofSequences(loss)));
    String whyNot = findings.reasons("");
    whyNot = whyNot.isEmpty() ? steps.reasons("of sequences: ") : whyNot;
    Optional<Double> largest =
        findings.largest().map(d -> Math.max(d, steps.largest().orElse(0.0)));
    return new CatalogueRow(Part.LOSS, loss, Optional.of(numeric), largest, whyNot);
  }

  private static CatalogueRow updater(String text) {
    Optional<String> whyNot = Twin.whyStepsDiffer(UpdaterSteps.parse(text));
    Optional<Double> apart =
        whyNot.isPresent()
            ? Optional.empty()
            : Optional.of(UpdaterSteps.apart(text, 0.01, UPDATES));
    return new CatalogueRow(Part.UPDATER, text, Optional.empty(), apart, whyNot.orElse(""));
  }

  /** What comparisons of several networks with their twins found. */
  private final class Findings {
    private final List<Double> differences = new ArrayList<>();
    private final List<String> whyNot = new ArrayList<>();

    /** Adds one network; the numeric error of its gradients. */
    double add(CatalogueNetwork subject) {
      try (Network network = subject.make(SEED)) {
        Numbers numbers = new Numbers(SEED);
        INDArray x = numbers.inputs(network, subject.batch());
        INDArray y = numbers.targets(network, subject.batch());
        Optional<String> reason = Twin.whyNot(network.architecture(), subject.input());
        reason.ifPresent(whyNot::add);
        if (reason.isEmpty()) {
          TwinComparison comparison = TwinComparison.ofCopies(network, new Sgd(), 0.1, x, y);
          differences.add(comparison.worst().orElseThrow().difference());
        }
        return NetworkCheck.check(network, x, y, how).worst().maxRelativeError();
      }
    }

    Optional<Double> largest() {
      return differences.stream().max(Double::compare);
    }

    /** Each reason once, without the place of the layer in the network it was tried in. */
    String reasons(String where) {
      String all =
          whyNot.stream()
              .map(reason -> reason.replaceFirst("^layer \\d+, [^:]*: ", ""))
              .distinct()
              .collect(Collectors.joining("; "));
      return all.isEmpty() ? "" : where + all;
    }
  }
}
