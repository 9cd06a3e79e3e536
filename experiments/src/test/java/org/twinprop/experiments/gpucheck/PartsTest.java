package org.twinprop.experiments.gpucheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinprop.experiments.bench.Workload;
import org.twinprop.experiments.doctor.BackendProfile;
import org.twinprop.experiments.doctor.RunningBackend;
import org.twinprop.experiments.machine.ProcessMemory;
import org.twinprop.trainer.twin.CatalogueNumbers;
import org.twinprop.trainer.twin.CatalogueRow;

class PartsTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir Path folder;

  private static Finding run(Part part) throws Exception {
    return part.run(Stopwatch.of(part.budget()), measured -> {});
  }

  @Test
  void anotherProcessComputesTheReferenceAndASingleWrongNumberIsFound() throws Exception {
    ProcessorProgram program =
        ProcessorProgram.find(RunningBackend.profile(), Optional.empty()).orElseThrow();
    ReferenceNumbers reference = program.compute(LONG);
    CatalogueNumbers here = CatalogueNumbers.compute(() -> true);
    Finding right = ProcessorPart.judged(reference, here);
    assertEquals(PartVerdict.PASSED, right.verdict(), right::summary);

    String subject =
        here.subjects().keySet().stream()
            .filter(s -> s.startsWith("lstm"))
            .findFirst()
            .orElseThrow();
    double[] gradient = reference.numbers().subjects().get(subject).get("dWx1");
    gradient[1] += 1e-6;
    Finding wrong = ProcessorPart.judged(reference, here);
    assertEquals(PartVerdict.FAILED, wrong.verdict());
    assertTrue(wrong.summary().contains("dWx1 of '" + subject + "'"), wrong.summary());
    gradient[1] = Double.NaN;
    assertEquals(PartVerdict.FAILED, ProcessorPart.judged(reference, here).verdict());
  }

  @Test
  void whatTheTimeDidNotSufficeForIsUnfinished() throws Exception {
    CatalogueNumbers none = new CatalogueNumbers(Map.of());
    Finding processor = ProcessorPart.judged(new ReferenceNumbers(null, none), none);
    assertEquals(PartVerdict.UNFINISHED, processor.verdict());
    Finding catalogue = run(new CataloguePart(Duration.ZERO, 2));
    assertEquals(PartVerdict.UNFINISHED, catalogue.verdict());
    assertEquals(1, ((List<?>) catalogue.measured()).size());
    assertTrue(catalogue.summary().startsWith("1 of 53"), catalogue.summary());
    Finding training = run(new TrainingPart(Duration.ZERO, Workload.MLP, 1, 1));
    assertEquals(PartVerdict.UNFINISHED, training.verdict());
  }

  @Test
  void aWrongLayerFailsTheCatalogueAndIsNamed() {
    Optional<Double> fine = Optional.of(1e-12);
    Finding finding =
        CataloguePart.judged(
            List.of(
                new CatalogueRow(CatalogueRow.Part.LAYER, "dense", fine, fine, ""),
                new CatalogueRow(CatalogueRow.Part.LAYER, "conv", Optional.of(0.5), fine, "")));
    assertEquals(PartVerdict.FAILED, finding.verdict());
    assertEquals("wrong: conv (numeric 5.0e-01, DL4J 1.0e-12)", finding.summary());
  }

  @ParameterizedTest
  @CsvSource({
    "'900,100,100,110,100,100,105,110,100,100', 10, true", // the first reading does not count
    "'100,100,100,100,100,100,100,100,100,111', 10, false",
    "'10,20,30,40,50,60,70,80,90,100', 10, false",
    "'100,200,300,300,300,300,300,300,300,300', 0, true",
    "'100,300,200,100,100,100,100,100,100,100', 0, true",
  })
  void memoryIsFlatIfItsSecondHalfNeedsNoMoreThanItsFirst(
      String readings, long tolerance, boolean flat) {
    List<Long> bytes = Arrays.stream(readings.split(",")).map(Long::valueOf).toList();
    assertEquals(flat, new MemoryTrace("", List.of(), bytes, tolerance).isFlat());
  }

  @ParameterizedTest
  @CsvSource({"'', UNFINISHED", "'9', UNFINISHED", "'1,5,9', UNFINISHED", "'1,5,9,13', FAILED"})
  void aDeviceTooSlowForReadingsThatTellIsUnfinishedNotWrong(String readings, PartVerdict verdict) {
    List<Long> bytes =
        Arrays.stream(readings.split(",")).filter(s -> !s.isEmpty()).map(Long::valueOf).toList();
    MemoryPart part = new MemoryPart(LONG, Workload.MLP, 100, ProcessMemory::new);
    var measured = new MemoryPart.Measured(new MemoryTrace("", List.of(), bytes, 0), 2.3, 2.4);
    assertEquals(verdict, part.verdict(measured, bytes.size()));
  }

  @Test
  void theProcessorsProgramIsTheLaunchersBuild() throws IOException {
    Path jar = Files.createDirectories(folder.resolve("app")).resolve("twinprop.jar");
    Optional<String> apps = Optional.of(folder.toString());
    assertEquals(Optional.empty(), ProcessorProgram.find(BackendProfile.CUDA, apps));
    Files.createFile(jar);
    ProcessorProgram found = ProcessorProgram.find(BackendProfile.CUDA, apps).orElseThrow();
    assertEquals(jar.toString(), found.classPath());
  }

  @Test
  void aProgramThatFailsIsQuotedAndASlowOneIsEnded() {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "skipped: no /bin/sh here");
    List<String> failing = List.of("/bin/sh", "-c", "echo first >&2; echo last >&2; exit 3");
    String said = failure(failing, LONG);
    assertTrue(said.endsWith("ended with code 3: last"), said);
    List<String> slow = List.of("/bin/sh", "-c", "sleep 60");
    assertThrows(TimeoutException.class, () -> Subprocess.run(slow, Duration.ofMillis(100)));
  }

  private static String failure(List<String> command, Duration time) {
    return assertThrows(IOException.class, () -> Subprocess.run(command, time)).getMessage();
  }

  @Test
  void pytorchIsMeasuredWhereItIsAndItsAbsenceIsNoFailure() throws Exception {
    Optional<Path> python = PythonPath.find(System.getenv());
    assumeTrue(python.isPresent(), "skipped: no Python on the PATH");
    Finding finding = run(new PytorchPart(LONG, python, "cpu", 1, 2));
    assertTrue(finding.well(), finding::summary);
    if (finding.verdict() == PartVerdict.NOT_RUN) {
      assertTrue(finding.summary().endsWith("has no PyTorch"), finding.summary());
    } else {
      JsonNode said = (JsonNode) finding.measured();
      assertTrue(said.at("/workloads/0/median").asDouble() > 0);
    }
  }

  @Test
  void pytorchThatWasTooSlowIsUnfinished() throws IOException {
    JsonNode said =
        new ObjectMapper()
            .readTree(
                """
                {"version": "2.1", "device": "Tesla T4", "workloads": [
                  {"name": "lenet", "median": 5000.4, "turns": [5000.4], "complete": false},
                  {"name": "mlp", "median": null, "turns": [], "complete": false}]}
                """);
    Finding finding = PytorchPart.judged(said);
    assertEquals(PartVerdict.UNFINISHED, finding.verdict());
    assertEquals(
        "lenet 5,000, mlp - examples/s, medians; PyTorch 2.1 on Tesla T4", finding.summary());
  }

  @Test
  void thePythonThatIsNamedComesBeforeThoseOnThePath() throws IOException {
    Map<String, String> environment = new LinkedHashMap<>(Map.of("PATH", folder.toString()));
    assertEquals(Optional.empty(), PythonPath.find(environment));
    Path python = Files.createFile(folder.resolve("python3"));
    assumeTrue(python.toFile().setExecutable(true), "skipped: files are not executable here");
    assertEquals(Optional.of(python), PythonPath.find(environment));
    environment.put("TWINPROP_PYTHON", "/opt/python");
    assertEquals(Optional.of(Path.of("/opt/python")), PythonPath.find(environment));
  }
}
