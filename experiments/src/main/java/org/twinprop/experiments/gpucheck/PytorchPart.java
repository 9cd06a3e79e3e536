package org.twinprop.experiments.gpucheck;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.twinprop.experiments.folder.TextFormats;

/**
 * The same networks, trained by PyTorch on the same batches' shapes, after the others and not in
 * turns with them: it is a program of its own.
 *
 * @param budget how long it may take
 * @param python that has it; empty where none is found
 * @param device as PyTorch names it: cuda or cpu
 * @param steps in a turn
 * @param rounds of turns that count
 */
record PytorchPart(Duration budget, Optional<Path> python, String device, int steps, int rounds)
    implements Part {
  private static final String SCRIPT = "pytorch_training.py";

  /** For Python to start and to end in. */
  private static final double SHARE = 0.6;

  @Override
  public String name() {
    return "PyTorch";
  }

  @Override
  public Finding run(Stopwatch watch, Partial partial)
      throws IOException, InterruptedException, TimeoutException {
    if (python.isEmpty()) {
      return Finding.notThere(
          "no Python is on the PATH, and TWINPROP_PYTHON, which may name one, is not set");
    }
    Path script = Files.createTempFile("twinprop", ".py");
    try (InputStream in = PytorchPart.class.getResourceAsStream(SCRIPT)) {
      Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
      return judged(
          TextFormats.JSON.readTree(Subprocess.run(command(script, watch), watch.left())));
    } finally {
      Files.delete(script);
    }
  }

  private List<String> command(Path script, Stopwatch watch) {
    List<Object> words =
        List.of(
            python.orElseThrow(),
            script,
            device,
            TrainingPart.BATCH,
            steps,
            rounds,
            SHARE * watch.left().toMillis() / 1e3);
    return words.stream().map(Object::toString).toList();
  }

  /** About what the script printed. */
  static Finding judged(JsonNode said) {
    if (said.hasNonNull("lacking")) {
      return Finding.notThere(said.get("lacking").asText());
    }
    List<String> speeds = new ArrayList<>();
    boolean complete = true;
    for (JsonNode workload : said.get("workloads")) {
      boolean measured = workload.get("median").isNumber();
      complete &= measured && workload.get("complete").asBoolean();
      speeds.add(
          "%s %s"
              .formatted(
                  workload.get("name").asText(),
                  measured ? "%,.0f".formatted(workload.get("median").asDouble()) : "-"));
    }
    String summary =
        "%s examples/s, medians; PyTorch %s on %s"
            .formatted(
                String.join(", ", speeds),
                said.get("version").asText(),
                said.get("device").asText());
    return Finding.of(complete ? PartVerdict.PASSED : PartVerdict.UNFINISHED, summary, said);
  }
}
