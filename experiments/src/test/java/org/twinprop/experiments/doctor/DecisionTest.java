package org.twinprop.experiments.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.doctor.Verdict.Status;
import org.twinprop.experiments.machine.ComputeCapability;
import org.twinprop.experiments.machine.MachineFacts;
import org.twinprop.natives.NativeBuild;

class DecisionTest {
  private static final NativeBuild AVX2 = new NativeBuild("-onednn-avx2");
  private static final Map<BackendProfile, String> ALL =
      Map.of(BackendProfile.CPU, "", BackendProfile.CUDA, "", BackendProfile.CUDA_PTX, "");
  private static final Installation EVERYTHING = new Installation(ALL, AVX2, Set.of());

  /** Every backend is built, so that the machine alone decides. */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "machines.csv", useHeadersInDisplayName = true, numLinesToSkip = 1)
  void everyMachineGetsTheBackendThatRunsOnIt(
      String name,
      String platform,
      String driver,
      String gpus,
      String visible,
      String used,
      String cuda,
      String cudaPtx) {
    Decision decision = Decision.of(Machines.of(platform, driver, gpus, visible), EVERYTHING);
    assertEquals(used, decision.used().map(BackendProfile::toString).orElse("none"));
    verify(decision.verdict(BackendProfile.CUDA), cuda);
    verify(decision.verdict(BackendProfile.CUDA_PTX), cudaPtx);
  }

  /** What is expected begins with + where the backend is usable. */
  private static void verify(Verdict verdict, String expected) {
    assertEquals(expected.startsWith("+"), verdict.isUsable(), verdict.reason());
    String phrase = expected.replaceFirst("^\\+", "");
    assertTrue(verdict.reason().contains(phrase), () -> verdict.reason() + " | " + phrase);
    assertEquals(verdict.isUsable(), verdict.gpu().isPresent());
  }

  private static final MachineFacts HOPPER =
      Machines.of("linux-x86_64", "550.54.15/12.4", "9.0 80", null);

  @Test
  void aBackendThatIsNotBuiltIsNotUsedAndTheCommandThatBuildsItIsSaid() {
    Installation cpuAlone = new Installation(Map.of(BackendProfile.CPU, ""), AVX2, Set.of());
    Decision decision = Decision.of(HOPPER, cpuAlone);
    assertEquals(BackendProfile.CPU, decision.used().orElseThrow());
    assertTrue(decision.why().contains("cuda-ptx is not built"), decision.why());
    assertEquals(Status.NOT_BUILT, decision.verdict(BackendProfile.CUDA_PTX).status());
    assertEquals(Status.UNUSABLE, decision.verdict(BackendProfile.CUDA).status());
    BadInput thrown = assertThrows(BadInput.class, () -> decision.require(BackendProfile.CUDA_PTX));
    assertTrue(
        thrown.getMessage().contains("./twinprop --backend cuda-ptx --build"), thrown.getMessage());
  }

  @Test
  void aBackendThatLacksALibraryIsNotUsed() {
    Map<BackendProfile, String> built = new EnumMap<>(ALL);
    built.put(BackendProfile.CUDA_PTX, "cuda-11.8*-redist.jar");
    Decision decision = Decision.of(HOPPER, new Installation(built, AVX2, Set.of()));
    assertEquals(BackendProfile.CPU, decision.used().orElseThrow());
    String reason = decision.verdict(BackendProfile.CUDA_PTX).reason();
    assertTrue(reason.startsWith("library missing, cuda-11.8*-redist.jar: "), reason);
  }

  @Test
  void kernelsCompiledAheadOfTimeSpareTheWaitAndAreSaid() {
    Set<ComputeCapability> hopper = Set.of(ComputeCapability.of("9.0"));
    Decision decision = Decision.of(HOPPER, new Installation(ALL, AVX2, hopper));
    String reason = decision.verdict(BackendProfile.CUDA_PTX).reason();
    assertTrue(reason.endsWith("with kernels compiled ahead of time"), reason);
  }

  @Test
  void ofSeveralGpusTheNewestIsTakenAndOfTheseTheLargest() {
    assertEquals(0, gpuOf("9.0 80 + 7.5 16 + 8.6 12"));
    assertEquals(1, gpuOf("8.6 12 + 8.6 24 + 7.5 48"));
  }

  private static int gpuOf(String gpus) {
    MachineFacts facts = Machines.of("linux-x86_64", "550.54.15/12.4", gpus, null);
    Decision decision = Decision.of(facts, EVERYTHING);
    return decision.verdict(BackendProfile.CUDA_PTX).gpu().orElseThrow().index();
  }

  @Test
  void aNativeBuildForAnotherProcessorIsRefusedBeforeItCrashes() {
    NativeBuild avx512 = new NativeBuild("-onednn-avx512");
    MachineFacts facts = Machines.of("linux-x86_64", "none", null, null);
    Decision decision = Decision.of(facts, new Installation(ALL, avx512, Set.of()));
    assertTrue(decision.used().isEmpty());
    String reason = decision.verdict(BackendProfile.CPU).reason();
    assertTrue(reason.contains("TWINPROP_MAVEN_OPTIONS=-Dnd4j.extension=-onednn-avx2"), reason);
  }

  @ParameterizedTest
  @EnumSource(BackendProfile.class)
  void everyBackendIsFoundByItsName(BackendProfile backend) {
    assertEquals(backend, BackendProfile.of(backend.toString()));
  }

  @Test
  void anUnknownBackendIsRefusedWithTheNearestName() {
    BadInput thrown = assertThrows(BadInput.class, () -> BackendProfile.of("cudaptx"));
    assertTrue(thrown.getMessage().contains("did you mean cuda-ptx?"), thrown.getMessage());
  }
}
