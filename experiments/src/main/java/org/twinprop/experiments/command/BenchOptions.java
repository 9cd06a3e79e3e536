package org.twinprop.experiments.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.twinprop.experiments.bench.Pythons;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What all measurements have in common. */
final class BenchOptions {
  /** What '--peers' is given where no Python is named. */
  private static final String FIRST_ON_PATH = "";

  @Option(
      names = "--rounds",
      paramLabel = "N",
      converter = WholeNumber.AtLeastOne.class,
      description = "Turns of each that count. Default: 9; of 'scaling' 5, of 'checks' 3.")
  private Integer rounds;

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      converter = WholeNumber.AtLeastZero.class,
      description =
          "For how long each takes turns that do not count, after its first. Default: 15; of"
              + " 'scaling' 5, of 'checks' 0, since an epoch is long.")
  private Integer warmUp;

  @Option(
      names = "--threads",
      paramLabel = "N",
      split = ",",
      converter = WholeNumber.Threads.class,
      description =
          "Threads that each computes with, as in 1,2. Default: 1, and one for each core.")
  private List<Integer> threads;

  @Option(
      names = "--peers",
      paramLabel = "PYTHON",
      arity = "0..1",
      split = ",",
      fallbackValue = FIRST_ON_PATH,
      showDefaultValue = CommandLine.Help.Visibility.NEVER,
      description =
          "Also measure PyTorch, scikit-learn, NumPy and fairlearn, as far as this Python has"
              + " them, or one of several, divided by commas. Default: the one that TWINPROP_PYTHON"
              + " names, else the first on the PATH.")
  private List<String> peers;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "New or empty folder for the results. Default: one in runs/.")
  private Path out;

  int rounds(int usual) {
    return rounds == null ? usual : rounds;
  }

  Duration warmUp(Duration usual) {
    return warmUp == null ? usual : Duration.ofSeconds(warmUp);
  }

  /** Each number once. */
  List<Integer> threads() {
    return threads == null
        ? Stream.of(1, Runtime.getRuntime().availableProcessors()).distinct().toList()
        : threads.stream().distinct().toList();
  }

  /**
   * @throws org.twinprop.data.BadInput if a Python that is named is no program
   */
  Pythons pythons() {
    if (peers == null) {
      return Pythons.NONE;
    }
    return peers.equals(List.of(FIRST_ON_PATH))
        ? Pythons.found(System.getenv())
        : Pythons.named(peers.stream().map(Path::of).toList());
  }

  Optional<Path> out() {
    return Optional.ofNullable(out);
  }
}
