package org.twinprop.experiments;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.command.AuditCommand;
import org.twinprop.experiments.command.BenchCommand;
import org.twinprop.experiments.command.CompareCommand;
import org.twinprop.experiments.command.DataCommand;
import org.twinprop.experiments.command.DoctorCommand;
import org.twinprop.experiments.command.ErrorLines;
import org.twinprop.experiments.command.ExitCode;
import org.twinprop.experiments.command.ProgramVersion;
import org.twinprop.experiments.command.ReadCommand;
import org.twinprop.experiments.command.RunCommand;
import org.twinprop.experiments.command.SearchCommand;
import org.twinprop.experiments.command.VerifyCommand;
import org.twinprop.experiments.console.EarlyStop;
import org.twinprop.experiments.doctor.BackendProfile;
import org.twinprop.experiments.doctor.RunningBackend;
import org.twinprop.experiments.doctor.StartConditions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line. Nothing here loads ND4J: a verb does when it needs numbers. */
@Command(
    name = "twinprop",
    synopsisSubcommandLabel = "VERB",
    description = {
      "Neural networks whose every layer is written by hand, trained beside their Deeplearning4j"
          + " twins: same weights, same batches, same gradients. Every run ends with whom it fails."
    },
    subcommands = {
      RunCommand.class,
      VerifyCommand.class,
      AuditCommand.class,
      CompareCommand.class,
      SearchCommand.class,
      ReadCommand.class,
      DataCommand.class,
      BenchCommand.class,
      DoctorCommand.class
    },
    versionProvider = ProgramVersion.class,
    commandListHeading = "%nVerbs:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:done, and all is well",
      " 1:done, and something differs or failed its check; or it failed on the way",
      " 2:bad input or usage: one line says what, where and how to mend it",
      "130:stopped by Ctrl-C, with what there was until then saved",
      "143:the same, stopped by SIGTERM: kill, a shutdown, a scheduler whose time is up"
    },
    footer = {"", "Begin with: ./twinprop run checks"})
public final class Twinprop implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  @SuppressWarnings("unused") // picocli acts on it
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  @SuppressWarnings("unused") // picocli acts on it
  private boolean version;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an error.")
  private boolean debug;

  @Option(
      names = "--backend",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description =
          "What to compute on: cpu, cuda, cuda-ptx or auto (the default), which asks the doctor.")
  @SuppressWarnings("unused") // picocli calls it; the launcher has obeyed already
  private void backend(String name) {
    try {
      if (!name.equals("auto")) {
        RunningBackend.require(BackendProfile.of(name));
      }
    } catch (BadInput e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /** Runs one verb and ends the process with its exit code. */
  public static void main(String[] arguments) {
    // numbers read the same on every machine
    Locale.setDefault(Locale.ROOT);
    // images are drawn without a screen, be there one or not
    System.setProperty("java.awt.headless", "true");
    // nor with a file in the temporary folder, which may be full
    ImageIO.setUseCache(false);
    EarlyStop.install(List.of(arguments));
    System.exit(execute(commandLine(), arguments));
  }

  /** The command line, for a program that wants to see what it prints. */
  public static CommandLine commandLine() {
    Twinprop root = new Twinprop();
    CommandLine commandLine = new CommandLine(root);
    ErrorLines errors = new ErrorLines(() -> root.debug);
    return commandLine
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors);
  }

  /** Runs one verb; an error that is not an exception also ends in one line and a code. */
  public static int execute(CommandLine commandLine, String... arguments) {
    try {
      StartConditions.require(System.getenv(), List.of(arguments));
      StartConditions.warmUp(List.of(arguments), commandLine.getErr()::println);
      return commandLine.execute(arguments);
    } catch (BadInput | Error e) {
      return new ErrorLines(() -> commandLine.<Twinprop>getCommand().debug)
          .handle(e, commandLine.getErr());
    }
  }

  /** Without a verb: says which there are. */
  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    spec.commandLine().usage(err);
    return ExitCode.BAD_INPUT;
  }
}
