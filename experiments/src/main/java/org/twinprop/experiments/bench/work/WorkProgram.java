package org.twinprop.experiments.bench.work;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.twinprop.experiments.console.NumberThreads;
import org.twinprop.experiments.folder.Backend;
import org.twinprop.experiments.folder.TextFormats;
import org.twinprop.natives.NativeBuild;
import org.twinprop.trainer.TwinLearner;

/**
 * The process of one contestant. It is given its job as the only argument, prints a line about
 * itself when it is ready, and then, whenever it reads the number of a round, does its turn and
 * prints a line about it. It ends when there is nothing more to read. Lines are JSON.
 */
public final class WorkProgram {
  private WorkProgram() {}

  /** Does what a job says, for as long as someone asks for turns. */
  public static void main(String[] arguments) throws IOException {
    Locale.setDefault(Locale.ROOT);
    System.setProperty("java.awt.headless", "true");
    PrintStream answers = System.out;
    System.setOut(System.err); // nothing but answers goes to standard output
    Job job = Job.parse(arguments[0]);
    NumberThreads.set();
    try (Work work = Work.of(job);
        BufferedReader rounds =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      say(answers, Map.of("software", software(job)));
      PeakMemory memory = new PeakMemory();
      for (String round = rounds.readLine(); round != null; round = rounds.readLine()) {
        Map<String, Object> turn = new LinkedHashMap<>();
        turn.put("speed", work.turn(Integer.parseInt(round)));
        turn.put("peak_memory_bytes", memory.bytes());
        say(answers, turn);
      }
    }
  }

  private static String software(Job job) {
    Backend backend = Backend.inUse();
    return job.contestant().equals(TwinLearner.NAME)
        ? "DL4J " + backend.dl4j()
        : "%s, ND4J %s%s"
            .formatted(
                job.contestant().equals(Work.TWINPROP) ? "Twinprop" : "hand-written",
                backend.nd4j(),
                NativeBuild.ofThisProgram().extension());
  }

  private static void say(PrintStream answers, Map<String, Object> answer) throws IOException {
    answers.println(TextFormats.JSON.writeValueAsString(answer).replaceAll("\\s*\\n\\s*", " "));
    answers.flush();
  }
}
