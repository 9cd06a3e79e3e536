package org.twinprop.experiments.gpucheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinprop.experiments.bench.Workload;
import org.twinprop.experiments.doctor.RunningBackend;
import org.twinprop.experiments.folder.TextFormats;
import org.twinprop.experiments.machine.ProcessMemory;

class GpuCheckTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Subject SUBJECT =
      new Subject(RunningBackend.profile(), Optional.empty(), Optional.empty());

  @TempDir Path out;

  /** A part of this test's own, to see what becomes of one that goes wrong. */
  private record Given(String name, Duration budget, Work work) implements Part {
    private interface Work {
      Finding run(Partial partial) throws Exception;
    }

    @Override
    public Finding run(Stopwatch watch, Partial partial) throws Exception {
      return work.run(partial);
    }
  }

  private Report check(Part... parts) {
    Duration grace = Duration.ofMillis(100);
    return new GpuCheck(SUBJECT, List.of(parts), grace, ReportFolder.at(out), this::look).run();
  }

  private final List<JsonNode> written = new ArrayList<>();

  private void look(PartResult result) {
    written.add(json());
  }

  private JsonNode json() {
    try {
      return TextFormats.JSON.readTree(out.resolve("gpu-check.json").toFile());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void realPartsPassOnTheProcessorAndTheReportSaysSo() throws IOException {
    Report report =
        check(
            new TrialPart(LONG),
            new TrainingPart(LONG, Workload.MLP, 2, 2),
            new MemoryPart(LONG, Workload.MLP, 60, ProcessMemory::new));
    assertTrue(report.ok(), () -> ReportText.of(report));
    JsonNode json = json();
    assertTrue(json.get("ok").asBoolean());
    assertTrue(json.at("/parts/0/measured/gigaflops").asDouble() > 0);
    assertEquals("dl4j", json.at("/parts/1/measured/timings/1/name").asText());
    assertTrue(json.at("/parts/1/measured/timings/1/median").asDouble() > 0);
    assertEquals(60, json.at("/parts/2/measured/trace/steps/59").asInt());
    double first = json.at("/parts/2/measured/first_losses").asDouble();
    assertTrue(json.at("/parts/2/measured/last_losses").asDouble() < first);
    String text = Files.readString(out.resolve("gpu-check.txt"));
    assertTrue(text.contains("training mlp"), text);
    assertTrue(text.strip().endsWith("in a GPU's place."), text);
  }

  @Test
  void whatWasMeasuredBeforeAFailureIsKeptAndTheRestIsStillRun() throws IOException {
    Report report =
        check(
            new Given(
                "broken",
                LONG,
                partial -> {
                  partial.keep(List.of(1, 2));
                  throw new IllegalStateException("no kernel\nimage");
                }),
            new Given("after", LONG, partial -> Finding.of(PartVerdict.PASSED, "fine", 3)));
    assertFalse(report.ok());
    assertTrue(report.complete());
    PartResult broken = report.parts().get(0);
    assertEquals(PartVerdict.FAILED, broken.verdict());
    assertEquals("IllegalStateException: no kernel image", broken.summary());
    assertEquals(List.of(1, 2), broken.measured());
    assertEquals(PartVerdict.PASSED, report.parts().get(1).verdict());
    assertEquals(1, written.get(0).get("parts").size(), "written after the first part");
    assertFalse(written.get(0).get("complete").asBoolean());
    assertEquals("failed", written.get(0).at("/parts/0/verdict").asText());
    try (Stream<Path> files = Files.list(out)) {
      assertEquals(2, files.count(), "no temporary file is left");
    }
  }

  @Test
  void aPartThatDoesNotEndIsGivenUpAndNothingIsBegunAfterIt() {
    CountDownLatch never = new CountDownLatch(1);
    Report report =
        check(
            new Given(
                "endless",
                Duration.ofMillis(50),
                partial -> {
                  partial.keep("so far");
                  never.await();
                  return Finding.of(PartVerdict.PASSED, "", null);
                }),
            new Given("after", LONG, partial -> Finding.of(PartVerdict.PASSED, "fine", 3)));
    assertEquals(PartVerdict.FAILED, report.parts().get(0).verdict());
    assertEquals("so far", report.parts().get(0).measured());
    assertEquals(PartVerdict.NOT_RUN, report.parts().get(1).verdict());
    assertTrue(report.parts().get(1).summary().contains("'endless' did not end"));
    assertFalse(report.ok());
  }

  @Test
  void theLastPartGetsTheTimeThatTheOthersLeave() {
    Given quick = new Given("quick", LONG, partial -> Finding.of(PartVerdict.PASSED, "", null));
    Report report = check(quick, quick, quick);
    assertEquals(LONG.toSeconds(), report.parts().get(1).budgetSeconds());
    assertEquals(3 * LONG.toSeconds(), report.parts().get(2).budgetSeconds(), 60);
    assertTrue(report.parts().get(2).budgetSeconds() < 3 * LONG.toSeconds());
  }

  @Test
  void onlyWhatNotEveryMachineHasMayBeMissing() {
    assertTrue(check(new PytorchPart(LONG, Optional.empty(), "cpu", 1, 1)).ok());
    assertFalse(check(new ProcessorPart(LONG, Optional.empty())).ok());
  }
}
