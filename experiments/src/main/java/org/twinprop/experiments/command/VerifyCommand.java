package org.twinprop.experiments.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.twinprop.experiments.student.JavaTemplate;
import org.twinprop.experiments.verify.CatalogueCheck;
import org.twinprop.experiments.verify.CatalogueResult;
import org.twinprop.experiments.verify.Check;
import org.twinprop.experiments.verify.CheckLines;
import org.twinprop.experiments.verify.CheckPage;
import org.twinprop.experiments.verify.CheckResult;
import org.twinprop.experiments.verify.ClassCheck;
import org.twinprop.experiments.verify.ClassCsv;
import org.twinprop.experiments.verify.Subjects;
import org.twinprop.experiments.verify.SubmissionCheck;
import org.twinprop.experiments.verify.template.NumpyTemplate;
import org.twinprop.layers.Shape;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code twinprop verify}. */
@Command(
    name = "verify",
    description = {
      "Check gradients that someone else's backward pass computed against differences of the loss,"
          + " the hand-written layers and DL4J, and name the mistake where they differ. Without a"
          + " file: check every layer, loss and updater of Twinprop itself."
    },
    sortOptions = false,
    footer = {
      "",
      "Begin with a script that lacks only the backward pass:",
      "  ./twinprop verify --template numpy --net \"dense(8) tanh dense(3) | softmax-xent\""
          + " > student.py",
      "  ./twinprop verify --template java --like \"dense(32)\" > MyDense.java"
    })
public final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description =
          "Arrays that numpy.savez wrote: x, y, W1, b1, dW1, db1 and so on; several files, or a"
              + " folder of them, are checked as a class. Or a layer in Java: a .java file or a"
              + " .jar.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--net",
      paramLabel = "TEXT",
      description =
          "The network: layers, a bar, the loss. Default: what stands in the file of the same name"
              + " that ends in .net.")
  private String network;

  @Option(
      names = "--partial",
      description = "Check the gradients that are there; otherwise none may be missing.")
  private boolean partial;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Draw the gradients of one submission as a page.")
  private Path html;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Write a row for each submission, for a spreadsheet.")
  private Path csv;

  @Option(
      names = "--template",
      paramLabel = "numpy|java",
      description =
          "Print a script for the network of --net, or a layer in Java like that of --like, that"
              + " lacks only the backward pass.")
  private Template template;

  @Option(
      names = "--input",
      paramLabel = "SHAPE",
      description =
          "The shape of one example for the template, as in 10 or 1x28x28; for a layer in Java that"
              + " of a batch, as in 8x10. Default: one that the network or layer takes.")
  private String input;

  @Mixin private LayerOptions layer;

  @Mixin private JsonTarget json;

  /** Names that help shows as they are typed. */
  enum Template {
    numpy,
    java
  }

  @Override
  public Integer call() {
    if (template != null) {
      return printTemplate();
    }
    checkTargets();
    if (files.isEmpty()) {
      return checkCatalogue();
    }
    if (files.stream().anyMatch(LayerOptions::takes)) {
      return checkLayer();
    }
    if (layer.like().isPresent()) {
      throw usage("--like is for a layer in Java: name its file, as in MyDense.java");
    }
    if (input != null) {
      throw usage(
          "--input is for templates and layers in Java: the shape of arrays is in the file");
    }
    Subjects subjects = Subjects.of(files);
    SubmissionCheck check = new SubmissionCheck(Optional.ofNullable(network), partial);
    return subjects.several() ? checkClass(check, subjects) : checkOne(check, subjects);
  }

  private int checkCatalogue() {
    if (network != null
        || html != null
        || csv != null
        || partial
        || input != null
        || layer.like().isPresent()) {
      throw usage("name a file to check, as in 'verify student.npz', or ask for a --template");
    }
    CatalogueResult result = new CatalogueCheck(json.console()).run();
    json.write(result);
    return result.ok() ? ExitCode.OK : ExitCode.FAILED;
  }

  private int checkLayer() {
    if (files.size() > 1) {
      throw usage("a layer in Java is checked alone: leave out " + files.get(1));
    }
    if (network != null || html != null || csv != null || partial) {
      throw usage(
          "--net, --html, --csv and --partial are for arrays; for a layer in Java say --like");
    }
    return layer.check(files.get(0), Optional.ofNullable(input), json);
  }

  private int printTemplate() {
    if (html != null || csv != null || partial || json.isGiven()) {
      throw usage("a template is printed, not checked: leave out --html, --csv, --json, --partial");
    }
    if (!files.isEmpty()) {
      throw usage("a template is for a network, not for files: leave out " + files.get(0));
    }
    if (template == Template.java) {
      return printLayer();
    }
    if (network == null) {
      throw usage("say which network: --net \"dense(8) tanh dense(3) | softmax-xent\"");
    }
    spec.commandLine()
        .getOut()
        .print(NumpyTemplate.of(network, Optional.ofNullable(input).map(Shape::parse)));
    spec.commandLine().getOut().flush();
    return ExitCode.OK;
  }

  private void checkTargets() {
    json.check();
    if (html != null) {
      OutputFile.requireWritable("--html", html);
    }
    if (csv != null) {
      OutputFile.requireWritable("--csv", csv);
    }
  }

  private int printLayer() {
    String text =
        layer
            .like()
            .or(() -> Optional.ofNullable(network))
            .orElseThrow(() -> usage("say which layer: --like \"dense(32)\""));
    spec.commandLine().getOut().print(JavaTemplate.of(text));
    spec.commandLine().getOut().flush();
    return ExitCode.OK;
  }

  private int checkOne(SubmissionCheck how, Subjects subjects) {
    Check check =
        how.check(
            subjects.all().get(0),
            (submission, report) -> {
              if (html != null) {
                CheckPage.write(html, subjects.all().get(0), submission, report);
              }
            });
    new CheckLines(json.console()).print(check);
    if (html != null) {
      json.console().gap();
      json.console().print("Drawn in " + html);
    }
    writeCsv(List.of(check));
    json.write(CheckResult.of(check));
    return check.ok() ? ExitCode.OK : ExitCode.FAILED;
  }

  private int checkClass(SubmissionCheck how, Subjects subjects) {
    if (html != null) {
      throw usage("--html draws one submission: give its file alone");
    }
    List<Check> checks =
        new ClassCheck(how, json.console(), thrown -> Failure.of(thrown).line())
            .run(subjects.all());
    writeCsv(checks);
    json.write(checks.stream().map(CheckResult::of).toList());
    if (checks.stream().noneMatch(Check::readable)) {
      return ExitCode.BAD_INPUT;
    }
    return checks.stream().allMatch(Check::ok) ? ExitCode.OK : ExitCode.FAILED;
  }

  private void writeCsv(List<Check> checks) {
    if (csv != null) {
      ClassCsv.write(csv, checks);
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
