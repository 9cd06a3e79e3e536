package org.twinprop.experiments.command;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.twinprop.experiments.bench.BenchWork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code twinprop bench}: how fast it is. */
@Command(
    name = "bench",
    synopsisSubcommandLabel = "WORK",
    description = {
      "Measure how fast the hand-written networks, DL4J's and, with --peers, PyTorch, scikit-learn"
          + " and NumPy do the same work, in turns, each in a process of its own. Writes bench.csv,"
          + " bench.json and a page with charts."
    },
    subcommands = {
      BenchCommand.Lenet.class,
      BenchCommand.Mlp.class,
      BenchCommand.Rents.class,
      BenchCommand.Checks.class,
      BenchCommand.Verify.class,
      BenchCommand.Audit.class,
      BenchCommand.Scaling.class
    },
    commandListHeading = "%nWork:%n")
public final class BenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "name the work to measure: " + Subcommands.of(spec));
  }

  /** {@code twinprop bench lenet}. */
  @Command(name = "lenet", description = "Train the convolutional network of 'run checks'.")
  static final class Lenet extends BenchMeasuring.Steps {
    Lenet() {
      super(BenchWork.LENET);
    }
  }

  /** {@code twinprop bench mlp}. */
  @Command(name = "mlp", description = "Train a network of two dense layers.")
  static final class Mlp extends BenchMeasuring.Steps {
    Mlp() {
      super(BenchWork.MLP);
    }
  }

  /** {@code twinprop bench rents}. */
  @Command(
      name = "rents",
      description = "Train the network of 'run rents', and the straight line that it has to beat.")
  static final class Rents extends BenchMeasuring.Steps {
    Rents() {
      super(BenchWork.RENTS);
    }
  }

  /** {@code twinprop bench checks}. */
  @Command(
      name = "checks",
      description =
          "Train whole epochs of 'run checks', batches filled on the way; and read whole checks.")
  static final class Checks extends BenchMeasuring.Epochs {
    Checks() {
      super(BenchWork.CHECKS, 3, Duration.ZERO);
    }
  }

  /** {@code twinprop bench verify}. */
  @Command(name = "verify", description = "Judge the gradients of a student's file.")
  static final class Verify extends BenchMeasuring {
    Verify() {
      super(BenchWork.VERIFY, 9, WARM_UP);
    }
  }

  /** {@code twinprop bench audit}. */
  @Command(name = "audit", description = "Audit a table of predictions.")
  static final class Audit extends BenchMeasuring {
    @Option(
        names = "--rows",
        paramLabel = "N",
        defaultValue = "200000",
        converter = WholeNumber.AtLeastOne.class,
        description = "Rows of the table. Default: ${DEFAULT-VALUE}.")
    private int rows;

    Audit() {
      super(BenchWork.AUDIT, 9, WARM_UP);
    }

    @Override
    int size() {
      return rows;
    }
  }

  /** {@code twinprop bench scaling}. */
  @Command(
      name = "scaling",
      description =
          "Train with more and more examples, parameters, and examples a step: how cost grows.")
  static final class Scaling extends BenchMeasuring.Epochs {
    Scaling() {
      super(BenchWork.SCALING, 5, Duration.ofSeconds(5));
    }
  }
}
