package org.twinprop.experiments.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.machine.ComputeCapability;
import org.twinprop.experiments.machine.MachineFacts;
import org.twinprop.natives.NativeBuild;
import org.twinprop.natives.ProcessorFlags;

class ChosenBackendTest {
  private static final Map<BackendProfile, String> ALL =
      Map.of(BackendProfile.CPU, "", BackendProfile.CUDA, "", BackendProfile.CUDA_PTX, "");

  @Test
  void autoWithoutGpuIsTheProcessor() {
    assertEquals("backend=cpu\n", chosen("auto", Machines.of("linux-x86_64", "none", null, null)));
  }

  @Test
  void aGpuIsNamedOnlyWhereThereAreSeveralAndNobodyHasChosen() {
    assertEquals("backend=cuda\n", chosen("auto", withGpus("8.6 24", null)));
    assertEquals("backend=cuda\ndevice=GPU-1\n", chosen("auto", withGpus("6.1 8 + 8.6 24", null)));
    assertEquals("backend=cuda\n", chosen("auto", withGpus("6.1 8 + 8.6 24", "0")));
  }

  @Test
  void compiledKernelsAreUsedByTheBackendThatTheyAreOf() {
    Path folder = CompiledKernels.ofThisUser().of(ComputeCapability.of("9.0"));
    assertEquals(
        "backend=cuda-ptx\nkernels=" + folder + "\n", chosen("cuda-ptx", withGpus("9.0 80", null)));
    assertTrue(folder.endsWith("nd4j-cuda-11.2-1.0.0-M1.1-sm_90"), folder.toString());
  }

  @Test
  void whatWasAskedForIsTakenOrRefusedButNeverReplaced() {
    MachineFacts ada = withGpus("8.9 24", null);
    assertEquals("backend=cpu\n", chosen("cpu", ada));
    assertEquals("backend=cuda-ptx\n", chosen("cuda-ptx", ada));
    MachineFacts without = Machines.of("linux-x86_64", "none", null, null);
    BadInput thrown = assertThrows(BadInput.class, () -> chosen("cuda", without));
    assertEquals(
        "--backend cuda: there is no NVIDIA GPU, or no driver for it", thrown.getMessage());
  }

  private static String chosen(String requested, MachineFacts facts) {
    Set<ComputeCapability> compiled = Set.of(ComputeCapability.of("9.0"));
    return ChosenBackend.lines(
        requested, facts, new Installation(ALL, NativeBuild.PLAIN, compiled));
  }

  private static MachineFacts withGpus(String gpus, String visible) {
    return Machines.of("linux-x86_64", "550.54.15/12.4", gpus, visible);
  }

  @Test
  void aNativeBuildForAnotherProcessorIsRefusedWithTheSettingThatMendsIt() {
    NativeBuild avx512 = new NativeBuild("-onednn-avx512");
    BadInput thrown =
        assertThrows(
            BadInput.class, () -> StartConditions.requireInstructions(avx512, Machines.HASWELL));
    assertTrue(thrown.getMessage().contains("-Dnd4j.extension="), thrown.getMessage());
    StartConditions.requireInstructions(NativeBuild.PLAIN, Set.of());
    StartConditions.require(Map.of(), List.of("run"));
    assertTrue(NativeBuild.ofThisProgram().runsOn(ProcessorFlags.here()));
  }
}
