package org.twinprop.experiments.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinprop.experiments.Captured;
import org.twinprop.experiments.doctor.BackendProfile;
import org.twinprop.experiments.doctor.RunningBackend;

class DoctorCommandTest {
  @TempDir Path folder;

  @Test
  void theBackendInUseIsTriedAndComputesRight() throws IOException {
    Captured doctor = Captured.of("doctor", "--json", "-").succeeded();
    JsonNode found = new ObjectMapper().readTree(doctor.out());
    assertTrue(found.at("/trial/ok").asBoolean(), doctor.out());
    assertTrue(found.at("/trial/gigaflops").asDouble() > 0, doctor.out());
    double error = found.at("/trial/gradient_error").asDouble();
    assertTrue(error > 0 && error < 1e-6, doctor.out());
    assertEquals(found.get("running"), found.at("/decision/used"));
    assertEquals(3, found.at("/decision/verdicts").size());
    assertTrue(doctor.err().contains("The backend computes right."), doctor.err());
  }

  @Test
  void factsAloneLoadNothing() {
    Captured doctor = Captured.of("doctor", "--facts").succeeded();
    assertTrue(doctor.out().contains("Processor    "), doctor.out());
    assertTrue(doctor.out().contains("Backend      cpu: "), doctor.out());
    assertTrue(doctor.out().lines().anyMatch(line -> line.startsWith("not cuda-ptx ")));
    assertFalse(doctor.out().contains("Product"), doctor.out());
  }

  @Test
  void aBackendIsNamedAnywhereOnTheCommandLine() {
    Captured.of("--backend", "cpu", "doctor", "--facts").succeeded();
    Captured.of("doctor", "--facts", "--backend=auto").succeeded();
  }

  @Test
  void anUnknownBackendAndOneThatThisProgramIsNotAreRefusedInOneLine() {
    String unknown = Captured.of("--backend", "cudda", "data").errorLine(ExitCode.BAD_INPUT);
    assertTrue(unknown.contains("did you mean cuda?"), unknown);
    String other = Captured.of("data", "--backend", "cuda").errorLine(ExitCode.BAD_INPUT);
    assertTrue(other.contains("built with cpu alone; start it by ./twinprop"), other);
  }

  @Test
  void aGpuCheckWithoutGpuIsRefusedAndLeavesNoFolder() {
    assumeTrue(RunningBackend.profile() == BackendProfile.CPU, "skipped: this is a GPU's backend");
    Path out = folder.resolve("check");
    String line =
        Captured.of("doctor", "--gpu-check", out.toString()).errorLine(ExitCode.BAD_INPUT);
    assertTrue(line.startsWith("--gpu-check needs a GPU, and this is backend cpu: "), line);
    assertFalse(Files.exists(out));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          doctor --for 9.0                      | --for goes with --build-kernels
          doctor --build-kernels --for nine     | 'nine' is not a compute capability such as 9.0
          doctor --facts --warm-up              | mutually exclusive
          doctor --build-kernels --for 9.0      | --build-kernels
          doctor twice                          | 'twice' is one word too many
          doctor --on-cpu                       | --on-cpu goes with --gpu-check
          doctor --gpu-check out --facts        | mutually exclusive
          doctor --gpu-check                    | missing required parameter for option '--gpu-check'
          doctor --on-cpu --gpu-check pom.xml   | --gpu-check pom.xml: nothing can be written there
          """)
  void whatCannotBeDoneIsRefusedInOneLine(String arguments, String expected) {
    String line = Captured.of(arguments.split(" ")).errorLine(ExitCode.BAD_INPUT);
    assertTrue(line.contains(expected), line);
  }
}
