package org.twinprop.experiments.doctor;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.machine.Gpu;
import org.twinprop.experiments.machine.MachineFacts;

/**
 * Which backend a machine uses, and why; a function of its facts alone.
 *
 * @param used empty where none can be
 * @param why in one sentence without a full stop
 * @param verdicts about every backend, in the order of preference
 */
public record Decision(Optional<BackendProfile> used, String why, List<Verdict> verdicts) {
  /** Of two that run on the same GPU the newer release, which starts at once. */
  private static final List<BackendProfile> PREFERENCE =
      List.of(BackendProfile.CUDA, BackendProfile.CUDA_PTX, BackendProfile.CPU);

  private static final Function<Verdict, Gpu> BY_GPU = verdict -> verdict.gpu().orElse(null);

  /** What {@code --backend auto} takes. */
  public static Decision of(MachineFacts facts, Installation installation) {
    Examination examination = new Examination(facts, installation);
    List<Verdict> verdicts = PREFERENCE.stream().map(examination::verdict).toList();
    Optional<Verdict> best = best(verdicts);
    return new Decision(
        best.map(Verdict::backend),
        best.map(verdict -> why(verdict, verdicts)).orElse("no backend runs on this machine"),
        verdicts);
  }

  /** The ablest GPU, else the processor. */
  private static Optional<Verdict> best(List<Verdict> verdicts) {
    return verdicts.stream()
        .filter(Verdict::isUsable)
        .sorted(
            Comparator.comparing(BY_GPU, Comparator.nullsLast(GpuExamination.ABILITY.reversed())))
        .findFirst();
  }

  private static String why(Verdict used, List<Verdict> verdicts) {
    if (used.backend() != BackendProfile.CPU) {
      return used.reason();
    }
    return verdicts.stream()
        .filter(verdict -> verdict.status() == Verdict.Status.NOT_BUILT)
        .findFirst()
        .map(
            better ->
                "a GPU could be used, but %s is not built: %s builds it"
                    .formatted(better.backend(), better.backend().buildCommand()))
        .orElse("no GPU can be used");
  }

  /** About one backend. */
  public Verdict verdict(BackendProfile backend) {
    return verdicts.stream().filter(v -> v.backend() == backend).findFirst().orElseThrow();
  }

  /** All but the one in use, the processor's first. */
  List<Verdict> others() {
    return verdicts.stream()
        .filter(verdict -> used.filter(verdict.backend()::equals).isEmpty())
        .sorted(Comparator.comparing(Verdict::backend))
        .toList();
  }

  /**
   * The backend that was asked for.
   *
   * @throws BadInput if it cannot be used, with why, and how to mend it
   */
  public Verdict require(BackendProfile backend) {
    Verdict verdict = verdict(backend);
    if (!verdict.isUsable()) {
      throw new BadInput("--backend %s: %s".formatted(backend, verdict.reason()));
    }
    return verdict;
  }
}
