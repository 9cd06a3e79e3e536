package org.twinprop.experiments.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.twinprop.data.Examples;
import org.twinprop.experiments.bench.work.AuditedTable;
import org.twinprop.experiments.bench.work.Job;
import org.twinprop.experiments.bench.work.Work;
import org.twinprop.experiments.bench.work.WorkExamples;
import org.twinprop.trainer.HandwrittenLearner;
import org.twinprop.trainer.TwinLearner;

/**
 * What is measured of each workload, and by whom.
 *
 * @param request of a person
 * @param examples to learn from, as they are described; null where nothing is learned
 * @param prepared a folder for what contestants need
 */
record Plans(BenchRequest request, Examples examples, Prepared prepared) {
  private static final List<String> NETWORKS = List.of(HandwrittenLearner.NAME, TwinLearner.NAME);
  private static final List<Peer> ANY_NETWORK =
      List.of(Peer.PYTORCH, Peer.PYTORCH_COMPILED, Peer.SCIKIT_LEARN, Peer.NUMPY);
  private static final String STEPS =
      "Steps of training, without the filling of batches; float32, Adam.";

  /** Checks that are read in a turn, and files that are judged. */
  private static final int CHECKS = 20;

  private static final int SUBMISSIONS = 5;
  private static final int ROWS = 200_000;

  List<MeasurementPlan> all() {
    return switch (request.work()) {
      case LENET ->
          List.of(steps(Workload.LENET, "LeNet", List.of(Peer.PYTORCH, Peer.PYTORCH_COMPILED)));
      case MLP -> List.of(steps(Workload.MLP, "MLP 784-256-10", ANY_NETWORK));
      case RENTS ->
          List.of(
              steps(Workload.RENTS, "Network", ANY_NETWORK),
              steps(
                  Workload.LINE,
                  "Straight line",
                  List.of(
                      Peer.PYTORCH, Peer.SCIKIT_LEARN_SGD, Peer.SCIKIT_LEARN_RIDGE, Peer.NUMPY)));
      case CHECKS -> List.of(epoch(), reading());
      case VERIFY ->
          List.of(
              judging("Two dense layers", "dense(8) tanh dense(3) | softmax-xent"),
              judging(
                  "Convolution, pooling, dense",
                  "conv(4,3) relu maxpool(2) flatten dense(5) | softmax-xent"));
      case AUDIT -> List.of(audit());
      case SCALING -> new ScalingPlans(this).all();
    };
  }

  private MeasurementPlan steps(Workload workload, String title, List<Peer> peers) {
    int steps = request.sizeOr(workload.steps());
    Job job = job(Job.Kind.STEPS, workload.network(), workload.data(), steps);
    List<ContestantPlan> contestants = new ArrayList<>(ours(job));
    if (request.pythons().wanted()) {
      contestants.addAll(
          peers(peers, withExamples(job, steps * request.batch()), request.threads()));
    }
    return new MeasurementPlan(title, "examples", STEPS, "", contestants);
  }

  private MeasurementPlan epoch() {
    int size = request.sizeOr(examples.size());
    Job job = job(Job.Kind.EPOCH, Workload.LENET.network(), WorkExamples.DIGITS, size);
    List<ContestantPlan> contestants = new ArrayList<>(ours(job));
    if (request.pythons().wanted()) {
      List<Peer> peers = List.of(Peer.PYTORCH, Peer.PYTORCH_COMPILED);
      contestants.addAll(peers(peers, withExamples(job, size), request.threads()));
    }
    String note = "An epoch of %,d digits, batches shuffled and filled on the way.".formatted(size);
    return new MeasurementPlan("An epoch of LeNet", "examples", note, "", contestants);
  }

  private MeasurementPlan reading() {
    Job job = job(Job.Kind.READING, Workload.LENET.network(), WorkExamples.DIGITS, CHECKS);
    String note =
        "Images of whole checks, moderately damaged, from pixels to amounts; %d in a turn."
            .formatted(CHECKS);
    return new MeasurementPlan("Reading checks", "checks", note, "", byTwinprop(job));
  }

  private MeasurementPlan judging(String title, String network) {
    Job job = job(Job.Kind.VERIFICATION, network, WorkExamples.DIGITS, SUBMISSIONS);
    String note =
        "A file of right gradients of %s, 8 examples, from the file to the verdict: against"
                .formatted(network)
            + " differences of the loss, hand-written layers and DL4J.";
    return new MeasurementPlan(title, "files", note, "", byTwinprop(job));
  }

  private MeasurementPlan audit() {
    int rows = request.sizeOr(ROWS);
    AuditedTable.write(prepared.file(AuditedTable.FILE), rows);
    Job job = job(Job.Kind.AUDIT, "", "", rows);
    List<ContestantPlan> contestants = new ArrayList<>(byTwinprop(job));
    if (request.pythons().wanted()) {
      contestants.addAll(peers(List.of(Peer.FAIRLEARN), job, List.of(mostThreads())));
    }
    String note =
        "%,d rows, groups in two columns, from the file to the report with its intervals and tests; fairlearn with pandas computes the same rates without either."
            .formatted(rows);
    return new MeasurementPlan("Auditing a table", "rows", note, "", contestants);
  }

  Job job(Job.Kind kind, String network, String data, int size) {
    return new Job(
        kind,
        Work.TWINPROP,
        network,
        data,
        request.data().map(Path::toString).orElse(null),
        prepared.path().toString(),
        request.batch(),
        size);
  }

  /** Both networks, with every number of threads. */
  private List<ContestantPlan> ours(Job job) {
    return NETWORKS.stream()
        .flatMap(
            name -> request.threads().stream().map(number -> Starts.java(job.by(name), number)))
        .toList();
  }

  /** Both networks with the most threads. */
  List<ContestantPlan> at(long size, Job job) {
    return NETWORKS.stream()
        .map(name -> Starts.java(job.by(name), mostThreads()).at(size))
        .toList();
  }

  private List<ContestantPlan> byTwinprop(Job job) {
    return List.of(Starts.java(job, mostThreads()));
  }

  /** Where threads make little difference, or sizes are compared. */
  private int mostThreads() {
    return Collections.max(request.threads());
  }

  private Job withExamples(Job job, int count) {
    WorkExamples.write(examples, count, prepared.file("examples.npz"));
    return job;
  }

  /** Every peer in every Python. */
  private List<ContestantPlan> peers(List<Peer> peers, Job job, List<Integer> threads) {
    List<ContestantPlan> plans = new ArrayList<>();
    for (Peer peer : peers) {
      for (Path python : request.pythons().paths()) {
        for (int number : threads) {
          plans.add(Starts.python(python, prepared.file(peer.script()), peer, job, number));
        }
      }
    }
    return plans;
  }
}
