package org.twinprop.experiments.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinprop.data.pen.PenDigits;
import org.twinprop.experiments.bench.ContestantProcess.Lacking;
import org.twinprop.experiments.bench.work.Job;
import org.twinprop.experiments.bench.work.WorkExamples;

class PeersTest {
  private static final Job MLP =
      new Job(
          Job.Kind.STEPS,
          "",
          "flatten dense(16) relu dense(10) | softmax-xent",
          WorkExamples.DIGITS,
          null,
          "",
          8,
          3);

  @ParameterizedTest
  @ValueSource(strings = {"PYTORCH", "SCIKIT_LEARN", "NUMPY"})
  void everyScriptEitherTrainsOrSaysWhatItLacks(String name) throws Exception {
    Peer peer = (Peer) Peer.class.getDeclaredField(name).get(null);
    List<Path> pythons = Pythons.found(System.getenv()).paths();
    assumeTrue(!pythons.isEmpty(), "skipped: no Python on the PATH");
    try (Prepared prepared = Prepared.create()) {
      WorkExamples.write(PenDigits.draw(2, 20, 1), 24, prepared.file("examples.npz"));
      Job job =
          new Job(
              MLP.kind(), "", MLP.network(), "", null, prepared.path().toString(), 8, MLP.size());
      ContestantPlan plan =
          Starts.python(pythons.get(0), prepared.file(peer.script()), peer, job, 1);
      try (ContestantProcess process = ContestantProcess.start(plan)) {
        process.awaitReady();
        assertTrue(process.software().startsWith(peer.tool() + " "), process.software());
        assertTrue(process.turn(0).speed() > 0);
      } catch (Lacking e) {
        assertTrue(e.getMessage().matches(".* has no \\S+"), e.getMessage());
      }
    }
  }

  @Test
  void aProcessThatEndsIsQuoted() {
    assumeTrue(Path.of("/bin/sh").toFile().canExecute(), "skipped: no /bin/sh here");
    List<String> command = List.of("/bin/sh", "-c", "echo 'Error: no luck' >&2; echo ' at x' >&2");
    ContestantPlan plan = new ContestantPlan("numpy", 1, 0, command, Map.of());
    try (ContestantProcess process = ContestantProcess.start(plan)) {
      process.awaitReady();
      throw new AssertionError("it is not ready");
    } catch (Lacking e) {
      assertEquals("numpy (/bin/sh) gave no answer: Error: no luck", e.getMessage());
    }
  }
}
