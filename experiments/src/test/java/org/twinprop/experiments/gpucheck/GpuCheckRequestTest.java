package org.twinprop.experiments.gpucheck;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.doctor.BackendProfile;
import org.twinprop.experiments.doctor.Decision;
import org.twinprop.experiments.doctor.Installation;
import org.twinprop.experiments.doctor.Machines;
import org.twinprop.experiments.machine.MachineFacts;
import org.twinprop.natives.NativeBuild;

/** Who may begin; the machines are made up, the decision about them is the doctor's. */
class GpuCheckRequestTest {
  private static final Path OUT = Path.of("out");
  private static final String ADA = "8.9 24";
  private static final String HOPPER = "9.0 80";

  private static GpuCheckRequest request(
      String driver, String gpus, String built, BackendProfile running, boolean onCpu) {
    MachineFacts facts = Machines.of("linux-x86_64", driver, gpus, null);
    Map<BackendProfile, String> whole = new HashMap<>();
    for (String name : built.split(" ")) {
      whole.put(BackendProfile.of(name), "");
    }
    NativeBuild avx2 = new NativeBuild("-onednn-avx2");
    Installation installation = new Installation(whole, avx2, Set.of());
    return new GpuCheckRequest(facts, Decision.of(facts, installation), running, onCpu);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          8.9 24 | cpu           | ./twinprop --backend cuda --build builds one, then ./twinprop --backend cuda doctor --gpu-check out
          9.0 80 | cpu           | ./twinprop --backend cuda-ptx --build builds one, then ./twinprop --backend cuda-ptx doctor --gpu-check out
          8.9 24 | cpu cuda      | ./twinprop --backend cuda doctor --gpu-check out
          8.9 24 | cpu cuda-ptx  | ./twinprop --backend cuda-ptx doctor --gpu-check out
          """)
  void theProcessorsBackendIsRefusedWithTheCommandThatMendsIt(
      String gpus, String built, String remedy) {
    GpuCheckRequest request = request("550.54.15/12.4", gpus, built, BackendProfile.CPU, false);
    BadInput refused = assertThrows(BadInput.class, () -> request.requireGpu(OUT));
    assertEquals(
        "--gpu-check needs a GPU, and this is backend cpu: " + remedy, refused.getMessage());
  }

  @Test
  void aMachineWithoutGpuIsToldWhatItLacks() {
    GpuCheckRequest request = request("none", null, "cpu", BackendProfile.CPU, false);
    BadInput refused = assertThrows(BadInput.class, () -> request.requireGpu(OUT));
    assertEquals(
        "--gpu-check needs a GPU, and this is backend cpu: "
            + request.decision().verdict(BackendProfile.CUDA).reason()
            + "; --on-cpu tries the check itself",
        refused.getMessage());
  }

  @Test
  void allTogetherTakeLessThanEightMinutes() {
    List<Part> parts =
        request("550.54.15/12.4", ADA, "cpu cuda", BackendProfile.CUDA, false).parts();
    Duration most =
        parts.stream()
            .map(part -> part.budget().plus(GpuCheckRequest.GRACE))
            .reduce(Duration.ZERO, Duration::plus);
    assertTrue(most.compareTo(Duration.ofMinutes(8)) < 0, most::toString);
    assertEquals(
        List.of(
            "trial",
            "against the processor",
            "training lenet",
            "training mlp",
            "memory",
            "PyTorch",
            "catalogue"),
        parts.stream().map(Part::name).toList());
  }

  @Test
  void theGpusBackendAndTheProcessorInItsPlaceMayBegin() {
    String driver = "550.54.15/12.4";
    assertDoesNotThrow(
        () -> request(driver, ADA, "cpu cuda", BackendProfile.CUDA, false).requireGpu(OUT));
    assertDoesNotThrow(
        () -> request("none", null, "cpu", BackendProfile.CPU, true).requireGpu(OUT));
    GpuCheckRequest tooNew = request(driver, HOPPER, "cpu cuda", BackendProfile.CUDA, false);
    assertThrows(BadInput.class, () -> tooNew.requireGpu(OUT));
  }
}
