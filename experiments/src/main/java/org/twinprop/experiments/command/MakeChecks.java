package org.twinprop.experiments.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.twinprop.data.BadInput;
import org.twinprop.data.DataFolder;
import org.twinprop.data.DigitSource;
import org.twinprop.data.Mnist;
import org.twinprop.data.check.CheckRenderer;
import org.twinprop.data.check.CheckTruth;
import org.twinprop.data.check.CheckWriters;
import org.twinprop.data.check.Damage;
import org.twinprop.data.pen.PenDigits;
import org.twinprop.experiments.checks.CheckFiles;
import org.twinprop.experiments.checks.CheckMaking;
import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.console.Formats;
import org.twinprop.experiments.console.Interruption;
import org.twinprop.experiments.console.ItemProgress;
import org.twinprop.experiments.console.StopSignal;
import org.twinprop.experiments.training.Defaults;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code twinprop data make-checks}: images of whole checks. */
@Command(
    name = "make-checks",
    description = {
      "Make images of whole checks as scanners and phones see them, each with an amount in the hand"
          + " of one writer, and the truth about it beside it as JSON.",
    },
    showDefaultValues = true,
    sortOptions = false)
final class MakeChecks implements Callable<Integer> {
  /** As in {@code run checks}: the embedded digits are the same in every run. */
  private static final long PEN_SEED = 1;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "100",
      converter = WholeNumber.AtLeastOne.class,
      description = "How many.")
  private int count;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "New or empty folder for them.")
  private Path out;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = Defaults.SEED,
      converter = Seed.class,
      description = "Of everything random. A check depends on it and on its own number alone.")
  private long seed;

  @Option(
      names = "--damage",
      paramLabel = "TEXT",
      defaultValue = "moderate",
      converter = DamageText.class,
      description =
          "At most how severe: none, light, moderate, heavy; or by kind, the rest as the level says"
              + " or none: blur=heavy,noise=0.3 or light,skew=1. Kinds: uneven_writing,"
              + " touching_digits, faint_ink, background_pattern, skew, perspective, blur,"
              + " uneven_light, noise, jpeg.")
  private Damage damage;

  @Option(
      names = "--writers",
      paramLabel = "test|train",
      defaultValue = "test",
      description =
          "Whose digits: of those whom 'run checks' tests with, or of those it learns from.")
  private Part writers;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Folder of the MNIST files. Default: the one that TWINPROP_DATA names, else what"
              + " 'twinprop data get mnist' fetched, else embedded digits.")
  private Path data;

  @Mixin private JsonTarget json;

  /** A part of the digits; the two have no writer in common. */
  private enum Part {
    TEST,
    TRAIN
  }

  /** Reads {@code --damage}. */
  static final class DamageText implements ITypeConverter<Damage> {
    @Override
    public Damage convert(String text) {
      try {
        return Damage.parse(text);
      } catch (BadInput e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  /**
   * @param folder that holds them
   * @param checks what is known of each
   */
  private record Result(String folder, List<CheckTruth> checks) {}

  @Override
  public Integer call() {
    json.check();
    CheckWriters people = writers();
    CheckMaking making =
        new CheckMaking(new CheckRenderer(people, damage), seed, new CheckFiles(out));
    Console console = json.console();
    console.print("Digits  %s".formatted(people));
    try (Interruption interruption = new Interruption(console)) {
      List<CheckTruth> made = make(making, console, interruption);
      console.print(
          "%s in %s; checks.csv lists them.".formatted(Formats.count(made.size(), "check"), out));
      json.write(new Result(out.toString(), made));
      return interruption.signal().map(StopSignal::exitCode).orElse(ExitCode.OK);
    }
  }

  private List<CheckTruth> make(CheckMaking making, Console console, Interruption interruption) {
    try (ItemProgress progress = new ItemProgress(console, "checks", count)) {
      return making.make(count, interruption::requested, progress::done);
    }
  }

  private CheckWriters writers() {
    DigitSource source =
        DataFolder.resolve(Optional.ofNullable(data))
            .map(folder -> Mnist.load(folder.path()))
            .orElseGet(() -> PenDigits.source(PEN_SEED));
    return CheckWriters.of(writers == Part.TEST ? source.test() : source.train());
  }
}
