package org.twinprop.experiments.doctor;

import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.machine.Gpu;
import org.twinprop.experiments.machine.Host;
import org.twinprop.experiments.machine.MachineFacts;
import org.twinprop.experiments.machine.Nvidia;
import org.twinprop.experiments.machine.Resources;

/** The diagnosis for a person. */
public record DiagnosisLines(Console console) {
  private static final int INDENT = 13;
  private static final int WIDTH = 80 - INDENT;
  private static final double GIB = 1L << 30;

  /** What is there. */
  public void facts(MachineFacts facts) {
    Host host = facts.host();
    Resources resources = facts.resources();
    line("Processor", facts.processor().name());
    line("", String.join(" ", facts.processor().vectorFlags()));
    line("Cores", cores(resources));
    line("Memory", memory(resources));
    line("System", host.operatingSystem() + surroundings(host));
    line("Java", host.java());
    line("NVIDIA", driver(facts.nvidia()));
    facts.nvidia().gpus().forEach(gpu -> line("GPU " + gpu.index(), description(gpu)));
  }

  private static String cores(Resources resources) {
    return resources.cores() == resources.coresThere()
        ? "" + resources.cores()
        : "%d may be used of %d".formatted(resources.cores(), resources.coresThere());
  }

  private static String memory(Resources resources) {
    String usable = gib(resources.memoryBytes());
    boolean limited = resources.memoryBytes() < resources.memoryBytesThere();
    return limited ? usable + " may be used of " + gib(resources.memoryBytesThere()) : usable;
  }

  private static String surroundings(Host host) {
    return (host.wsl() ? ", in Windows (WSL)" : "") + (host.container() ? ", in a container" : "");
  }

  private static String driver(Nvidia nvidia) {
    if (!nvidia.driverProblem().isEmpty()) {
      return "driver that does not work: " + nvidia.driverProblem();
    }
    return nvidia
        .driver()
        .map(driver -> "driver %s, for CUDA up to %s".formatted(driver.version(), driver.cuda()))
        .orElse(nvidia.gpusOnBus() > 0 ? "GPU without a driver" : "none found");
  }

  private static String description(Gpu gpu) {
    return "%s, %s%s"
        .formatted(gpu, gib(gpu.memoryBytes()), gpu.divided() ? ", divided (MIG)" : "");
  }

  private static String gib(long bytes) {
    return "%.1f GiB".formatted(bytes / GIB);
  }

  /** What is used, and what is not. */
  public void decision(Decision decision) {
    console.gap();
    decision.used().ifPresentOrElse(used -> used(decision, used), () -> nothing(decision));
    decision.others().forEach(one -> line("not " + one.backend(), one.reason()));
  }

  private void used(Decision decision, BackendProfile used) {
    line("Backend", console.bold(used.toString()) + ": " + decision.why());
    if (used == BackendProfile.CPU) {
      line("", decision.verdict(used).reason());
    }
  }

  private void nothing(Decision decision) {
    line("Backend", console.bad("none") + ": " + decision.why());
  }

  /** Whether it computes right. */
  public void trial(Trial trial) {
    console.gap();
    line(
        "Trial",
        "ND4J %s on %s, loaded in %.1f s"
            .formatted(trial.nd4j(), trial.backend(), trial.loadSeconds()));
    line("", trial.threads());
    line(
        "Product",
        "%1$d x %1$d in float32: %2$.1f ms, %3$,.0f GFLOP/s, off by at most %4$.1e"
            .formatted(
                trial.size(),
                1e3 * trial.productSeconds(),
                trial.gigaflops(),
                trial.productError()));
    line(
        "Gradients",
        "of %s: %.2f s, within %.1e of numeric ones"
            .formatted(trial.layers(), trial.gradientSeconds(), trial.gradientError()));
    console.gap();
    console.print(
        trial.ok()
            ? console.good("The backend computes right.")
            : console.bad("The backend computes wrong: do not trust its results."));
  }

  private void line(String name, String text) {
    String wrapped = text.replaceAll("(.{1,%d})(?:\\s+|$)".formatted(WIDTH), "$1\n").strip();
    String indented = wrapped.replace("\n", "\n" + " ".repeat(INDENT));
    console.print(("%-" + (INDENT - 1) + "s %s").formatted(name, indented).stripTrailing());
  }
}
