package org.twinprop.experiments.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.twinprop.experiments.bench.ContestantProcess.Lacking;
import org.twinprop.experiments.bench.work.Work;
import org.twinprop.experiments.console.Console;

/**
 * Starts the contestants of a measurement, has them take turns, and ends them.
 *
 * @param race how turns are taken
 * @param console where a person sees how far it is
 */
record Measuring(Race race, Console console) {
  /**
   * @param noPython why there is no peer at all; empty if there is a Python
   * @throws IllegalStateException if one of our own fails
   */
  Measurement of(MeasurementPlan plan, List<String> noPython) {
    List<ContestantProcess> started = new ArrayList<>();
    try {
      plan.contestants().forEach(one -> started.add(ContestantProcess.start(one)));
      Map<String, String> lacking = new LinkedHashMap<>();
      List<ContestantProcess> ready = ready(started, lacking);
      List<String> missing = new ArrayList<>(noPython);
      lacking.forEach((tool, why) -> missing.add(tool + ": " + why));
      return new Measurement(
          plan.title(), plan.unit(), plan.note(), plan.varied(), figures(ready), missing);
    } finally {
      started.forEach(ContestantProcess::close);
    }
  }

  private List<ContestantFigures> figures(List<ContestantProcess> ready) {
    try (RaceProgress progress = new RaceProgress(console, ready.size(), race.rounds())) {
      List<Timing> timings = race.run(ready, progress);
      List<ContestantFigures> figures = new ArrayList<>();
      for (int i = 0; i < ready.size(); i++) {
        figures.add(ContestantFigures.of(ready.get(i), timings.get(i)));
      }
      return figures;
    }
  }

  /**
   * Of a tool that one Python has, it does not matter that another has it not; the same release is
   * measured once.
   */
  private static List<ContestantProcess> ready(
      List<ContestantProcess> started, Map<String, String> lacking) {
    List<ContestantProcess> ready = new ArrayList<>();
    Set<String> there = new HashSet<>();
    for (ContestantProcess one : started) {
      String tool = Peer.toolOf(one.name());
      try {
        one.awaitReady();
        if (ready.stream().noneMatch(one::isTheSameAs)) {
          ready.add(one);
        }
        there.add(tool);
      } catch (Lacking e) {
        if (Work.isOurProgram(one.name())) {
          throw new IllegalStateException(e.getMessage(), e);
        }
        lacking.putIfAbsent(tool, e.getMessage());
      }
    }
    lacking.keySet().removeAll(there);
    return ready;
  }
}
