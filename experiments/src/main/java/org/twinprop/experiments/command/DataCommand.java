package org.twinprop.experiments.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.twinprop.data.CacheFolder;
import org.twinprop.data.DataFolder;
import org.twinprop.data.Mnist;
import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.console.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code twinprop data}: where runs look for data, and what is there. */
@Command(
    name = "data",
    description = "Show where data is looked for and what is there, fetch some, or make some.",
    subcommands = {GetCommand.class, MakeChecks.class},
    commandListHeading = "%nCommands:%n")
public final class DataCommand implements Callable<Integer> {
  private static final String VARIABLE = "TWINPROP_DATA";

  @Mixin private JsonTarget json;

  /**
   * A place that runs look in.
   *
   * @param source how it is named: an option, a variable
   * @param folder null where none is named
   * @param found what is there
   */
  private record Place(String source, String folder, String found) {}

  /**
   * @param places in the order in which they are looked in
   * @param inUse the source that a run without options would take
   */
  private record Places(List<Place> places, String inUse) {}

  @Override
  public Integer call() {
    json.check();
    Places places = places();
    Console console = json.console();
    TextTable table = new TextTable().words("place").words("folder").words("found");
    places
        .places()
        .forEach(p -> table.row(p.source(), p.folder() == null ? "-" : p.folder(), p.found()));
    console.print(table.text());
    console.gap();
    console.print(
        "'twinprop run checks' takes the first that is there: now " + places.inUse() + ".");
    json.write(places);
    return ExitCode.OK;
  }

  private static Places places() {
    List<Place> places = new ArrayList<>();
    places.add(new Place("--data DIR", null, "the folder you name"));
    String named = System.getenv(VARIABLE);
    places.add(
        named == null || named.isBlank()
            ? new Place(VARIABLE, null, "not set")
            : new Place(VARIABLE, named, mnistIn(Path.of(named))));
    Path cache = CacheFolder.path();
    places.add(new Place("downloaded", cache.toString(), mnistIn(cache)));
    places.add(new Place("embedded", null, "digits drawn by a pen model, always there"));
    return new Places(places, inUse());
  }

  private static String mnistIn(Path folder) {
    return Mnist.isComplete(folder)
        ? "MNIST with its writers"
        : "not complete; fetch MNIST with 'twinprop data get mnist' (12 MB)";
  }

  private static String inUse() {
    return DataFolder.resolve(Optional.empty())
        .map(folder -> folder.path() + " (" + folder.origin() + ")")
        .orElse("the embedded digits");
  }
}
