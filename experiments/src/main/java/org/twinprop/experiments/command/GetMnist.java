package org.twinprop.experiments.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.twinprop.data.CacheFolder;
import org.twinprop.data.download.MnistDownload;
import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.console.DownloadProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code twinprop data get mnist}: the digits and who wrote them. */
@Command(
    name = "mnist",
    description = {
      "70,000 handwritten digits (MNIST) and who wrote each (QMNIST): 12 MB.",
      "An interrupted download goes on where it stopped."
    })
final class GetMnist implements Callable<Integer> {
  @Mixin private JsonTarget json;

  /**
   * @param folder that holds the files
   */
  private record Result(String folder) {}

  @Override
  public Integer call() {
    json.check();
    Console console = json.console();
    Path folder;
    try (DownloadProgress progress = new DownloadProgress(console)) {
      folder = MnistDownload.get(CacheFolder.path(), progress);
    }
    console.print("MNIST is in " + folder + "; runs take it from there unless told otherwise.");
    json.write(new Result(folder.toString()));
    return ExitCode.OK;
  }
}
