package org.twinprop.experiments.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinprop.experiments.Captured;

class DoctorCommandTest {
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
          """)
  void whatCannotBeDoneIsRefusedInOneLine(String arguments, String expected) {
    String line = Captured.of(arguments.split(" ")).errorLine(ExitCode.BAD_INPUT);
    assertTrue(line.contains(expected), line);
  }
}
