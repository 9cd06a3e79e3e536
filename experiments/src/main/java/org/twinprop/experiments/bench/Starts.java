package org.twinprop.experiments.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.twinprop.experiments.bench.work.Job;
import org.twinprop.experiments.bench.work.WorkProgram;
import org.twinprop.trainer.TwinLearner;

/** How the processes of contestants are started, each with its number of threads. */
final class Starts {
  private Starts() {}

  /**
   * This program, as it was started itself. The hand-written layers share their work among threads
   * of their own, and ND4J's operations then have one; DL4J has nothing but ND4J's.
   */
  static ContestantPlan java(Job job, int threads) {
    boolean dl4j = job.contestant().equals(TwinLearner.NAME);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith("-javaagent") && !option.startsWith("-agentlib"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-Dtwinprop.threads=" + threads,
            "-cp",
            System.getProperty("java.class.path"),
            WorkProgram.class.getName(),
            job.text()));
    return new ContestantPlan(
        job.contestant(), threads, 0, command, environment(dl4j ? threads : 1));
  }

  /** A peer in a Python. */
  static ContestantPlan python(Path python, Path script, Peer peer, Job job, int threads) {
    return new ContestantPlan(
        peer.contestant(),
        threads,
        0,
        List.of(python.toString(), script.toString(), job.by(peer.contestant()).text()),
        environment(threads));
  }

  private static Map<String, String> environment(int threads) {
    String number = String.valueOf(threads);
    return Map.of(
        "OMP_NUM_THREADS", number, "OPENBLAS_NUM_THREADS", number, "MKL_NUM_THREADS", number);
  }
}
